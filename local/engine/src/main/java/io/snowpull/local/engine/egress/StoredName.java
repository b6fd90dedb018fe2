package io.snowpull.local.engine.egress;

import io.snowpull.local.engine.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full names as {@link QualifiedName#toSql} writes them, read back. */
public final class StoredName {
  private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^.\"]+)");

  private StoredName() {}

  public static QualifiedName parse(String sql) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(sql);
    while (matcher.find()) {
      parts.add(
          matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\"\"", "\""));
    }
    return new QualifiedName(parts);
  }
}
