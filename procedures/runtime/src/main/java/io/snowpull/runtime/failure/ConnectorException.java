package io.snowpull.runtime.failure;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of a connector: what failed, where, the offending value and the way out.
 *
 * <p>Its message is shown to users and stored in tables, so it never holds a secret.
 */
public class ConnectorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;

  public ConnectorException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public ConnectorException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  public Category category() {
    return code.category();
  }

  /** How long the source asks to be left alone; empty when it does not. */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  /** Whether the same request may well succeed a moment later. */
  public boolean isPassing() {
    return false;
  }

  /** Whether it would be the same for every resource, as for a token that is not accepted. */
  public boolean concernsAll() {
    return code.concernsAll();
  }

  /** The message with its code in front, as callers of a procedure see it. */
  public String display() {
    return "[" + code.name() + "] " + getMessage();
  }
}
