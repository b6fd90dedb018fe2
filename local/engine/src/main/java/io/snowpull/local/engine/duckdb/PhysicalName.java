package io.snowpull.local.engine.duckdb;

import java.util.List;

/**
 * Where an object of the account lives in DuckDB.
 *
 * <p>DuckDB compares names without regard to case, even quoted ones; Snowflake does not. So a name
 * with lower-case letters carries a mark that says which letters they are.
 */
public record PhysicalName(String schema, String name) {

  /** The place of the object {@code name} of the Snowflake schema {@code database.schema}. */
  public static PhysicalName of(String database, String schema, String name) {
    return new PhysicalName(schemaName(database, schema), encode(name));
  }

  /** The DuckDB schema that holds the Snowflake schema {@code database.schema}. */
  public static String schemaName(String database, String schema) {
    return encode(database) + "." + encode(schema);
  }

  /** A name that differs, without regard to case, whenever the Snowflake name differs. */
  public static String encode(String name) {
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z') {
        lower.append('.').append(Integer.toString(i, 36));
      }
    }
    return lower.isEmpty() && name.indexOf('#') < 0 ? name : name + "#" + lower;
  }

  /** The name as quoted SQL text. */
  public String sql() {
    return quote(schema) + "." + quote(name);
  }

  /** One identifier as quoted SQL text. */
  public static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The sequence behind an AUTOINCREMENT column of this table. */
  public PhysicalName autoIncrement(String column) {
    return new PhysicalName(schema, String.join("$", List.of(name, encode(column), "seq")));
  }
}
