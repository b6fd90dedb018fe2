package io.snowpull.runtime.http;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Reads JSON from the API of a source, with a token. Thread-safe as far as its transport is.
 *
 * <p>What it throws says to the run whether to ask again: after the time that a source asks for
 * (statuses 429 and 503 with Retry-After), soon (no answer, or 5xx), or not at all.
 */
public final class JsonApi {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE_UNSAID = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final BaseUrl base;
  private final ApiToken token;
  private final HttpTransport transport;
  private final InstantSource clock;

  public JsonApi(BaseUrl base, ApiToken token, HttpTransport transport, InstantSource clock) {
    this.base = base;
    this.token = token;
    this.transport = transport;
    this.clock = clock;
  }

  /** Over the JDK's client, by the system's clock; an answer has a minute to come. */
  public static JsonApi of(BaseUrl base, ApiToken token) {
    return new JsonApi(base, token, new JdkHttpTransport(LIMIT), InstantSource.system());
  }

  /** One step of a path, or one value of a query, with what has another meaning there encoded. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Reads a path.
   *
   * @param pathAndQuery starts with a slash and is encoded already
   * @throws ConnectorException unless the answer is a success
   */
  public JsonAnswer get(String pathAndQuery) {
    return get(base.resolve(pathAndQuery));
  }

  /**
   * Reads an address that the source named.
   *
   * @throws ConnectorException SOURCE_REFUSED when it is on another host, which gets no request;
   *     another code unless the answer is a success
   */
  public JsonAnswer get(URI address) {
    if (!base.covers(address)) {
      throw new SourceException(
          RuntimeError.SOURCE_REFUSED,
          "The source named "
              + address.getScheme()
              + "://"
              + address.getRawAuthority()
              + ", but its token is sent to "
              + base.uri()
              + " only. If the API has moved, provision the connector with the new api_base_url.",
          (Throwable) null);
    }
    HttpAnswer answer = send(address);
    if (answer.status() != 200) {
      throw refusal(address, answer);
    }
    try {
      byte[] body = Body.decode(answer.headers(), answer.body());
      return new JsonAnswer(address, answer.headers(), body, answer.body().length, clock.instant());
    } catch (IOException e) {
      throw invalid(address, e);
    }
  }

  static SourceException invalid(URI address, Exception cause) {
    return new SourceException(
        RuntimeError.SOURCE_ANSWER_INVALID,
        "The answer to GET "
            + address.getRawPath()
            + " is not what was expected: "
            + cause.getMessage()
            + ". The next run tries again; if it stays so, check api_base_url.",
        cause);
  }

  private HttpAnswer send(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LIMIT)
            .header(token.header(), token.value())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "snowpull")
            .GET()
            .build();
    try {
      return transport.send(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(address, new InterruptedIOException("the run was interrupted"));
    } catch (IOException e) {
      throw unreachable(address, e);
    }
  }

  private SourceException unreachable(URI address, IOException cause) {
    return new SourceException(
        RuntimeError.SOURCE_UNREACHABLE,
        "No answer from "
            + base.uri()
            + " (GET "
            + address.getRawPath()
            + ": "
            + cause
            + "). Check that the network rule of the external access integration allows this host"
            + " and port; if it does, the next run tries again.",
        cause);
  }

  private static SourceException refusal(URI address, HttpAnswer answer) {
    String where = " (GET " + address.getRawPath() + " answered " + answer.status() + ")";
    boolean saysWhen = answer.headers().firstValue("retry-after").isPresent();
    if (answer.status() == 429 || (answer.status() == 503 && saysWhen)) {
      Duration pause = pause(answer);
      return new SourceException(
          RuntimeError.SOURCE_BUSY,
          "The source asks for a pause of " + pause.toSeconds() + " s." + where,
          pause);
    }
    if (answer.status() >= 500) {
      return new SourceException(
          RuntimeError.SOURCE_FAILED,
          "The source failed. The next run of the task tries again." + where,
          (Throwable) null);
    }
    return new SourceException(
        RuntimeError.SOURCE_REFUSED,
        "The source refused the request. Check the name of the resource, and that the token is"
            + " valid and may read it."
            + where,
        (Throwable) null);
  }

  /** From Retry-After in seconds (RFC 9110, 10.2.3); its other form, a date, counts as unsaid. */
  private static Duration pause(HttpAnswer answer) {
    try {
      return answer
          .headers()
          .firstValue("retry-after")
          .map(text -> Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))))
          .map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked)
          .orElse(PAUSE_UNSAID);
    } catch (NumberFormatException notSeconds) {
      return PAUSE_UNSAID;
    }
  }
}
