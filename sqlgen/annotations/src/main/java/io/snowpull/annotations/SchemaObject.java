package io.snowpull.annotations;

import java.util.List;

/**
 * Name of an object inside a schema of the application; constants of it are generated.
 *
 * @param schema schema, upper case
 * @param name name, upper case
 */
public record SchemaObject(String schema, String name) {

  /** Schema and name, for where parts are wanted. */
  public List<String> parts() {
    return List.of(schema, name);
  }

  /** {@code SCHEMA.NAME}, as a bound value of {@code IDENTIFIER(?)}. */
  public String qualified() {
    return schema + "." + name;
  }
}
