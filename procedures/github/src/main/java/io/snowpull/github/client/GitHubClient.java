package io.snowpull.github.client;

import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.Body;
import io.snowpull.runtime.http.HttpAnswer;
import io.snowpull.runtime.http.HttpTransport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads from GitHub's REST API.
 *
 * <p>Thread-safe as far as its transport is.
 */
public final class GitHubClient {
  static final int NOT_MODIFIED = 304;

  private static final int MAX_REDIRECTS = 3;
  private static final Duration HEADERS_LIMIT = Duration.ofSeconds(30);

  private final BaseUrl base;
  private final Token token;
  private final HttpTransport transport;
  private final InstantSource clock;

  public GitHubClient(BaseUrl base, Token token, HttpTransport transport, InstantSource clock) {
    this.base = base;
    this.token = token;
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * Reads a path of the API.
   *
   * @param pathAndQuery starts with a slash and is encoded already
   * @throws GitHubException unless the answer is a success
   */
  public GitHubResponse get(String pathAndQuery) {
    return get(base.resolve(pathAndQuery));
  }

  /**
   * Reads a path of the API unless its answer is still the one that the entity tag came with.
   *
   * @throws GitHubException unless the answer is a success or unchanged
   */
  public GitHubResponse get(String pathAndQuery, Optional<String> entityTag) {
    return get(base.resolve(pathAndQuery), entityTag);
  }

  /**
   * Reads an address that GitHub named, such as that of a next page.
   *
   * @throws GitHubException REDIRECT_REFUSED when it is not on the configured host, which then gets
   *     no request; another code unless the answer is a success
   */
  public GitHubResponse get(URI address) {
    return get(address, Optional.empty());
  }

  private GitHubResponse get(URI address, Optional<String> entityTag) {
    URI current = address;
    for (int requests = 1; requests <= MAX_REDIRECTS + 1; requests++) {
      requireCovered(current);
      HttpAnswer answer = send(current, entityTag);
      byte[] body = decode(current, answer);
      if (answer.status() == 200 || (answer.status() == NOT_MODIFIED && entityTag.isPresent())) {
        return new GitHubResponse(
            current, answer.status(), requests, answer.headers(), body, answer.body().length);
      }
      Optional<URI> target = redirect(current, answer);
      if (target.isEmpty()) {
        throw new Refusal(current, answer, body, clock.instant()).toException();
      }
      current = target.get();
    }
    throw GitHubException.of(
        GitHubError.REDIRECT_REFUSED,
        "GitHub redirected more than "
            + MAX_REDIRECTS
            + " times, the last time to "
            + current.getRawPath()
            + " (GET "
            + address.getRawPath()
            + "). The next run tries again.");
  }

  /** See {@link Token#fingerprint}. */
  public String credential() {
    return token.fingerprint();
  }

  private void requireCovered(URI address) {
    if (!base.covers(address)) {
      throw GitHubException.of(
          GitHubError.REDIRECT_REFUSED,
          "GitHub pointed to "
              + address.getScheme()
              + "://"
              + address.getHost()
              + (address.getPort() < 0 ? "" : ":" + address.getPort())
              + ", but the token is sent to "
              + base.uri()
              + " only. If the API has moved, provision the connector with the new api_base_url.");
    }
  }

  private HttpAnswer send(URI address, Optional<String> entityTag) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address)
            .timeout(HEADERS_LIMIT)
            .header("Authorization", token.authorization())
            .header("Accept", "application/vnd.github+json")
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "snowpull")
            .header("X-GitHub-Api-Version", "2022-11-28");
    entityTag.ifPresent(tag -> builder.header("If-None-Match", tag));
    try {
      return transport.send(builder.GET().build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(address, new InterruptedIOException("the run was interrupted"));
    } catch (IOException e) {
      throw unreachable(address, e);
    }
  }

  private GitHubException unreachable(URI address, IOException e) {
    return new GitHubException(
        GitHubError.UNREACHABLE,
        "No answer from "
            + base.uri()
            + " (GET "
            + address.getRawPath()
            + ": "
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
            + "). Check that the network rule of the external access integration allows this host and"
            + " port; if it does, the next run tries again.",
        e);
  }

  private static byte[] decode(URI address, HttpAnswer answer) {
    try {
      return Body.decode(answer.headers(), answer.body());
    } catch (IOException e) {
      throw new GitHubException(
          GitHubError.RESPONSE_INVALID,
          "The answer cannot be decompressed (GET "
              + address.getRawPath()
              + " answered "
              + answer.status()
              + ": "
              + e.getMessage()
              + "). The next run tries again.",
          e);
    }
  }

  /** Where a redirect leads; empty when the answer is none. */
  private static Optional<URI> redirect(URI from, HttpAnswer answer) {
    return switch (answer.status()) {
      case 301, 302, 307, 308 ->
          answer
              .headers()
              .firstValue("location")
              .map(location -> Addresses.resolve(from, location));
      default -> Optional.empty();
    };
  }
}
