package io.snowpull.github.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A GitHub token. Its text leaves this class only as the header of a request. */
public final class Token {
  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /**
   * Takes the content of a secret, without the white space around it.
   *
   * @throws GitHubException TOKEN_INVALID when it is empty or cannot be a token
   */
  public static Token of(String secret) {
    String text = secret.strip();
    if (text.isEmpty()) {
      throw GitHubException.of(
          GitHubError.TOKEN_INVALID,
          "The secret with the GitHub token is empty. Store a token in it with ALTER SECRET ... SET"
              + " SECRET_STRING.");
    }
    // Java's own error for a header with a line break would show the whole token.
    if (text.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f)) {
      throw GitHubException.of(
          GitHubError.TOKEN_INVALID,
          "The secret with the GitHub token holds white space or characters that no token has."
              + " Store the bare token in it with ALTER SECRET ... SET SECRET_STRING.");
    }
    return new Token(text);
  }

  /** The same for the same token, and nothing to guess it from. */
  String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  String authorization() {
    return "Bearer " + text;
  }

  @Override
  public String toString() {
    return "Token[...]";
  }
}
