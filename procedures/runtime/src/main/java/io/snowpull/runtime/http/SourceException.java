package io.snowpull.runtime.http;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source answered something else than what was asked for, or did not answer. */
public final class SourceException extends ConnectorException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  SourceException(RuntimeError code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    this.retryAfter = null;
  }

  /**
   * @param retryAfter how long the source asks to be left alone
   */
  SourceException(RuntimeError code, String message, Duration retryAfter) {
    super(code, message);
    this.retryAfter = retryAfter;
  }

  @Override
  public boolean isPassing() {
    return code() == RuntimeError.SOURCE_FAILED
        || code() == RuntimeError.SOURCE_UNREACHABLE
        || code() == RuntimeError.SOURCE_ANSWER_INVALID;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
