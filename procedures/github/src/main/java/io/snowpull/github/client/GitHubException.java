package io.snowpull.github.client;

import io.snowpull.runtime.failure.ConnectorException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitHub answered something else than what was asked for, or did not answer. */
public final class GitHubException extends ConnectorException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Duration retryAfter;

  GitHubException(GitHubError code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
    this.status = 0;
    this.retryAfter = null;
  }

  GitHubException(GitHubError code, String message, int status, Optional<Duration> retryAfter) {
    super(code, message);
    this.status = status;
    this.retryAfter = retryAfter.orElse(null);
  }

  /** An error that no answer stands behind. */
  public static GitHubException of(GitHubError code, String message) {
    return new GitHubException(code, message, null);
  }

  /** The status of GitHub's answer; 0 when there was none. */
  public int status() {
    return status;
  }

  @Override
  public boolean isPassing() {
    return code() == GitHubError.SERVER_FAILED
        || code() == GitHubError.UNREACHABLE
        || code() == GitHubError.RESPONSE_INVALID;
  }

  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
