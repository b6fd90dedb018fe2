package io.snowpull.packaging.inspection;

import io.snowpull.packaging.inspection.SetupScript.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas that a script creates, and whether each is versioned. */
record Schemas(Map<String, Boolean> versioned) {

  private static final Pattern CREATE =
      Pattern.compile(
          "(?i)^CREATE (?:OR ALTER )?(VERSIONED )?SCHEMA (?:IF NOT EXISTS )?([A-Z0-9_$]+).*");

  static Schemas of(SetupScript script) {
    Map<String, Boolean> versioned = new TreeMap<>();
    for (Statement statement : script.statements()) {
      Matcher create = CREATE.matcher(statement.words());
      if (create.matches()) {
        versioned.put(create.group(2).toUpperCase(Locale.ROOT), create.group(1) != null);
      }
    }
    return new Schemas(versioned);
  }

  /** Whether the schema of a qualified name is versioned; false when it is not created here. */
  boolean versioned(String qualifiedName) {
    return versioned.getOrDefault(qualifiedName.replaceAll("\\..*", ""), false);
  }
}
