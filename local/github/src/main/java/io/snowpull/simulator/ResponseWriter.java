package io.snowpull.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Renders an answer with the headers that GitHub puts on every one. */
final class ResponseWriter {
  /** RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private static final String VARY = "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding";

  private final Clock clock;
  private final TrafficMeter meter;

  ResponseWriter(Clock clock, TrafficMeter meter) {
    this.clock = clock;
    this.meter = meter;
  }

  Delivery whole(Request request, Response response) throws IOException {
    boolean keeps = !"close".equalsIgnoreCase(request.header("connection"));
    return render(request, response, Integer.MAX_VALUE, keeps);
  }

  /** Announces the whole length, sends no more than {@code bytes} of it, and hangs up. */
  Delivery cut(Request request, Response response, int bytes) throws IOException {
    return render(request, response, bytes, false);
  }

  private Delivery render(Request request, Response response, int most, boolean keeps)
      throws IOException {
    boolean compressed =
        response.body().length > 0
            && request.headers().getOrDefault("accept-encoding", "").contains("gzip");
    byte[] body = compressed ? gzip(response.body()) : response.body();
    Map<String, String> headers = headers(request, response);
    if (compressed) {
      headers.put("Content-Encoding", "gzip");
    }
    if (response.status() != 304) {
      headers.put("Content-Length", Integer.toString(body.length));
    }
    headers.put("Connection", keeps ? "keep-alive" : "close");
    int sent = Math.min(most, body.length);
    meter.answered(response.status(), sent);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent + 1024);
    bytes.writeBytes(head(response.status(), headers));
    bytes.write(body, 0, sent);
    return new Delivery(bytes.toByteArray(), keeps);
  }

  private Map<String, String> headers(Request request, Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Server", "github.com");
    headers.put("Date", HTTP_DATE.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("X-GitHub-Media-Type", "github.v3; format=json");
    headers.put("X-GitHub-Request-Id", requestId(request.sequence()));
    headers.put("Vary", VARY);
    headers.putAll(response.headers());
    return headers;
  }

  /** The reason phrase is optional and means nothing: RFC 9112, section 4. */
  private static byte[] head(int status, Map<String, String> headers) {
    StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(status).append(" \r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Looks like GitHub's, and the same run gives the same ids. */
  private static String requestId(long sequence) {
    return String.format(Locale.ROOT, "%04X:%06X:%06X", sequence & 0xFFFF, sequence, sequence * 31);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    }
    return compressed.toByteArray();
  }
}
