package io.snowpull.annotations;

import java.util.List;

/**
 * Name of an object inside a schema of the application; constants of it are generated.
 *
 * @param schema schema, upper case
 * @param name name, upper case
 */
public record SchemaObject(String schema, String name) {

  /** Reads what {@link #qualified} writes. */
  public static SchemaObject of(String qualified) {
    int dot = qualified.indexOf('.');
    if (dot <= 0 || dot == qualified.length() - 1) {
      throw new IllegalArgumentException("'" + qualified + "' is no SCHEMA.NAME");
    }
    return new SchemaObject(qualified.substring(0, dot), qualified.substring(dot + 1));
  }

  /** Schema and name, for where parts are wanted. */
  public List<String> parts() {
    return List.of(schema, name);
  }

  /** {@code SCHEMA.NAME}, as a bound value of {@code IDENTIFIER(?)}. */
  public String qualified() {
    return schema + "." + name;
  }
}
