package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An exception on its way to a handler of the block, or out of it. */
final class RaisedException extends RuntimeException {
  static final Identifier STATEMENT_ERROR = new Identifier("STATEMENT_ERROR");
  static final Identifier EXPRESSION_ERROR = new Identifier("EXPRESSION_ERROR");
  static final Identifier OTHER = new Identifier("OTHER");

  @Serial private static final long serialVersionUID = 1L;

  private final transient Identifier type;
  private final transient Position position;
  private final String code;
  private final String sqlState;

  RaisedException(
      Identifier type,
      String code,
      String sqlState,
      String message,
      Position position,
      @Nullable Throwable cause) {
    super(message, cause);
    this.type = type;
    this.code = code;
    this.sqlState = sqlState;
    this.position = position;
  }

  static RaisedException of(SnowflakeException error, Identifier type, Position position) {
    return new RaisedException(
        type, error.code(), error.sqlState(), error.message(), position, error);
  }

  /** A declared exception; its SQLSTATE is the same for all of them, as in Snowflake. */
  static RaisedException declared(Identifier name, Slot.ExceptionType type, Position position) {
    return new RaisedException(
        name, Integer.toString(type.number()), "P0001", type.message(), position, null);
  }

  /** Its name, or STATEMENT_ERROR or EXPRESSION_ERROR. */
  Identifier type() {
    return type;
  }

  String code() {
    return code;
  }

  String sqlState() {
    return sqlState;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** Whether a handler for that name takes it. */
  boolean matches(Identifier name) {
    return name.equals(OTHER) || name.equals(type);
  }

  /** What the client sees when no handler took it; code and state stay those of the cause. */
  SnowflakeException uncaught() {
    return new SnowflakeException(
        code,
        sqlState,
        "Uncaught exception of type '%s' on line %d at position %d : %s"
            .formatted(type.name(), position.line(), position.column(), message()),
        this);
  }
}
