package io.snowpull.local.engine.session;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes tokens and passwords that cannot be guessed: 256 bits each. */
public final class TokenSource {

  private final SecureRandom random = new SecureRandom();

  public String next() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
