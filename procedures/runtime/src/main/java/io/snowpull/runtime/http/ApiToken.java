package io.snowpull.runtime.http;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;

/** The header that a source knows its caller by; its text leaves only with a request. */
public final class ApiToken {
  private final String header;
  private final String value;

  private ApiToken(String header, String value) {
    this.header = header;
    this.value = value;
  }

  /**
   * A token that is sent as this header.
   *
   * @param prefix what stands before the token, such as {@code "Bearer "}; may be empty
   * @param secret the content of a secret; white space around it is dropped
   * @throws ConnectorException SECRET_INVALID when it is empty or cannot be a token
   */
  public static ApiToken of(String header, String prefix, String secret) {
    String token = secret.strip();
    // Java's own error for a header with a line break would show the whole token.
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f)) {
      throw new ConnectorException(
          RuntimeError.SECRET_INVALID,
          "The secret for the header "
              + header
              + " is empty, or holds white space or characters that no token has. Store the bare"
              + " token in it with ALTER SECRET ... SET SECRET_STRING.");
    }
    return new ApiToken(header, prefix + token);
  }

  String header() {
    return header;
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return header + ": ...";
  }
}
