package io.snowpull.processor.model;

import java.util.List;

/**
 * An argument of a procedure.
 *
 * @param defaultValue default: none or one
 */
public record ParameterDefinition(
    Origin origin,
    Identifier name,
    SqlType type,
    List<DefaultDefinition> defaultValue,
    String description) {

  /** A default: NULL, or a text that is a literal of the argument's type. */
  public record DefaultDefinition(boolean isNull, String text) {}
}
