package io.snowpull.simulator;

import java.time.Duration;
import java.util.Map;

/** Something that goes wrong with one answer. */
public sealed interface Fault {

  /** Answers with this status, these headers and this body instead of the true ones. */
  record Status(int status, Map<String, String> headers, String body) implements Fault {}

  /** Points elsewhere, to another host for example, instead of answering. */
  record Redirect(int status, String location) implements Fault {}

  /** Answers truly, but later. */
  record Delay(Duration duration) implements Fault {}

  /** Sends the headers at once and the true body in so many pieces, with a pause before each. */
  record SlowBody(int pieces, Duration pause) implements Fault {}

  /** Announces the true length and closes the connection after {@code bytes} of the body. */
  record TruncatedBody(int bytes) implements Fault {}

  /** A well-formed answer of {@code bytes} bytes, which are the beginning of a gzip stream only. */
  record TruncatedGzip(int bytes) implements Fault {}

  /** Closes the connection without any answer. */
  record Reset() implements Fault {}
}
