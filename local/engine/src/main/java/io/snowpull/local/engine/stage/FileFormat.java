package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.FileFormatDefinition;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.NameText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the files of a stage are read and written.
 *
 * @param type CSV, JSON or PARQUET
 * @param options what the format says, upper-case names
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-file-format">CREATE FILE
 *     FORMAT</a>
 */
record FileFormat(String type, Map<String, String> options) {

  /** That which a query names, or else the stage's own; CSV where neither says anything. */
  static FileFormat of(Options query, Map<String, String> ofStage, Execution execution) {
    SortedMap<String, String> inline = query.group("FILE_FORMAT").asText();
    String name =
        query
            .text("FILE_FORMAT")
            .or(() -> Optional.ofNullable(inline.get("FORMAT_NAME")))
            .orElse(inline.isEmpty() ? ofStage.get("FORMAT_NAME") : null);
    if (name != null) {
      FileFormatDefinition named = named(name, execution);
      return new FileFormat(named.type().toUpperCase(Locale.ROOT), named.options());
    }
    Map<String, String> options = new TreeMap<>(inline.isEmpty() ? ofStage : inline);
    String type = options.remove("TYPE");
    return new FileFormat(type == null ? "CSV" : type.toUpperCase(Locale.ROOT), options);
  }

  private static FileFormatDefinition named(String text, Execution execution) {
    ObjectName.Plain name =
        new ObjectName.Plain(NameText.parts(text).stream().map(Identifier::new).toList());
    CatalogObject temporary =
        execution
            .session()
            .temporary(
                ObjectKey.of(
                    ObjectKind.FILE_FORMAT,
                    execution.names().qualify(ObjectKind.FILE_FORMAT, name)))
            .orElse(null);
    return temporary instanceof FileFormatDefinition own
        ? own
        : execution.names().find(FileFormatDefinition.class, ObjectKind.FILE_FORMAT, name);
  }

  String text(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(options.getOrDefault(name, "false").toLowerCase(Locale.ROOT));
  }

  /** A flag that holds unless it is written otherwise. */
  boolean flagUnlessFalse(String name) {
    return !options.getOrDefault(name, "true").equalsIgnoreCase("false");
  }

  int number(String name) {
    return Integer.parseInt(options.getOrDefault(name, "0"));
  }

  /** Values that stand for NULL; Snowflake's standard is backslash N. */
  List<String> nulls() {
    String given = options.get("NULL_IF");
    return given == null ? List.of("\\N") : Arrays.asList(given.split(",", -1));
  }
}
