package io.snowpull.packaging.deploy;

import org.jspecify.annotations.Nullable;

/** A deployment that cannot go on; the message says why and what to do. */
public final class DeploymentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public DeploymentException(String code, String message) {
    this(code, message, null);
  }

  public DeploymentException(String code, String message, @Nullable Throwable cause) {
    super("[" + code + "] " + message, cause);
    this.code = code;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
