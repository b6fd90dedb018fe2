package io.snowpull.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** Sends the headers, and then the body piece by piece. */
  Delivery slow(Request request, Response response, Fault.SlowBody slow) throws IOException {
    Delivery whole = whole(request, response);
    byte[] bytes = whole.pieces().get(0);
    int body = endOfHead(bytes);
    int step = Math.max(1, (bytes.length - body + slow.pieces() - 1) / slow.pieces());
    List<byte[]> pieces = new ArrayList<>(List.of(Arrays.copyOf(bytes, body)));
    for (int from = body; from < bytes.length; from += step) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + step)));
    }
    return new Delivery(pieces, slow.pause(), whole.keepsConnection());
  }

  /** A whole answer to HTTP, whose body is the beginning of a gzip stream. */
  Delivery halfCompressed(Request request, Response response, int bytes) throws IOException {
    byte[] compressed = gzip(response.body());
    byte[] beginning = Arrays.copyOf(compressed, Math.min(bytes, compressed.length - 1));
    Map<String, String> headers = headers(request, response);
    headers.put("Content-Encoding", "gzip");
    return assembled(response.status(), headers, beginning, beginning.length, true);
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
    return assembled(response.status(), headers, body, Math.min(most, body.length), keeps);
  }

  private Delivery assembled(
      int status, Map<String, String> headers, byte[] body, int sent, boolean keeps) {
    if (status != 304) {
      headers.put("Content-Length", Integer.toString(body.length));
    }
    headers.put("Connection", keeps ? "keep-alive" : "close");
    meter.answered(status, sent);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent + 1024);
    bytes.writeBytes(head(status, headers));
    bytes.write(body, 0, sent);
    return Delivery.atOnce(bytes.toByteArray(), keeps);
  }

  private static int endOfHead(byte[] bytes) {
    int end = 4;
    while (bytes[end - 4] != '\r' || bytes[end - 2] != '\r' || bytes[end - 1] != '\n') {
      end++;
    }
    return end;
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
