package io.snowpull.annotations;

import java.util.List;

/**
 * A procedure of the application; constants of it are generated.
 *
 * @param object schema and name
 * @param argumentTypes SQL types of its arguments, in order
 */
public record ProcedureSignature(SchemaObject object, List<String> argumentTypes) {

  public ProcedureSignature {
    argumentTypes = List.copyOf(argumentTypes);
  }

  /** {@code SCHEMA.NAME(TYPE, ...)}, as GRANT and ALTER name it. */
  public String text() {
    return object.qualified() + "(" + String.join(", ", argumentTypes) + ")";
  }
}
