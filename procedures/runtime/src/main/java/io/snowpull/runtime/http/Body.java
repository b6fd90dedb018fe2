package io.snowpull.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.zip.GZIPInputStream;

/** Decompresses what came. */
public final class Body {
  /** No page of a hundred rows comes near; what is larger is an attack or a mistake. */
  private static final int MAX_BYTES = 64 << 20;

  private Body() {}

  /**
   * The body as it was before it was compressed.
   *
   * @throws IOException when it is not what its headers say
   */
  public static byte[] decode(HttpHeaders headers, byte[] body) throws IOException {
    String encoding = headers.firstValue("content-encoding").orElse("identity").strip();
    if (encoding.equalsIgnoreCase("identity") || body.length == 0) {
      return body;
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw new IOException("the answer is encoded as " + encoding + ", which was not asked for");
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] decoded = in.readNBytes(MAX_BYTES + 1);
      if (decoded.length > MAX_BYTES) {
        throw new IOException("the answer is larger than " + (MAX_BYTES >> 20) + " MB");
      }
      return decoded;
    }
  }
}
