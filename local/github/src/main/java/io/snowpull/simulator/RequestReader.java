package io.snowpull.simulator;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection, one after the other. */
final class RequestReader {
  private static final int LONGEST_LINE = 64 * 1024;

  private final InputStream in;
  private final String baseUrl;

  RequestReader(InputStream in, String baseUrl) {
    this.in = in;
    this.baseUrl = baseUrl;
  }

  /** Empty when the client has closed the connection. */
  Optional<Request> next(LongSupplier sequence) throws IOException {
    String start = line();
    if (start == null) {
      return Optional.empty();
    }
    String[] parts = start.split(" ");
    if (parts.length != 3) {
      throw new IOException("not an HTTP request line");
    }
    Map<String, String> headers = headers();
    String body = body(headers);
    URI target = uri(parts[1]);
    return Optional.of(
        new Request(
            parts[0],
            target.getPath(),
            QueryStrings.decoded(target.getRawQuery()),
            headers,
            token(headers.get("authorization")),
            body,
            baseUrl,
            sequence.getAsLong()));
  }

  private String body(Map<String, String> headers) throws IOException {
    String length = headers.getOrDefault("content-length", "0");
    if (!length.matches("\\d{1,7}")) {
      throw new IOException("the body of the request is too long");
    }
    byte[] body = in.readNBytes(Integer.parseInt(length));
    return new String(body, StandardCharsets.UTF_8);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
      }
    }
    return headers;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.size() > 0) {
          throw new EOFException("the request was cut");
        }
        return null;
      }
      if (next != '\r') {
        line.write(next);
      }
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line of the request is too long");
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static URI uri(String target) throws IOException {
    try {
      return new URI(target);
    } catch (URISyntaxException e) {
      throw new IOException("not a request target", e);
    }
  }

  /** GitHub takes "Bearer" and "token" alike. */
  private static @Nullable String token(@Nullable String authorization) {
    if (authorization == null) {
      return null;
    }
    return authorization.substring(authorization.indexOf(' ') + 1).strip();
  }
}
