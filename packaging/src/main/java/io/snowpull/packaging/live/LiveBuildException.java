package io.snowpull.packaging.live;

/** Sources that cannot be built, with what the compiler says of them. */
public final class LiveBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LiveBuildException(String message) {
    super(message);
  }
}
