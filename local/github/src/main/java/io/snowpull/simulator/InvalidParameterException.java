package io.snowpull.simulator;

/** A query parameter that GitHub answers with 422. */
final class InvalidParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;

  InvalidParameterException(String field, String value) {
    super(field + "=" + value);
    this.field = field;
    this.value = value;
  }

  String field() {
    return field;
  }

  String value() {
    return value;
  }
}
