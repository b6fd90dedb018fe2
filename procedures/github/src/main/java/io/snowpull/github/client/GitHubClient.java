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
  private final Credentials credentials;
  private final HttpTransport transport;
  private final InstantSource clock;

  public GitHubClient(
      BaseUrl base, Credentials credentials, HttpTransport transport, InstantSource clock) {
    this.base = base;
    this.credentials = credentials;
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
  public GitHubResponse get(String pathAndQuery, Optional<EntityTag> entityTag) {
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

  private GitHubResponse get(URI address, Optional<EntityTag> entityTag) {
    for (int attempt = 1; ; attempt++) {
      try {
        return getOnce(address, entityTag);
      } catch (GitHubException e) {
        // Another token may have requests left. As many tries as there are tokens end in any case.
        if (e.code() != GitHubError.RATE_LIMIT_EXHAUSTED
            || attempt >= credentials.size()
            || !credentials.haveRequestsLeft()) {
          throw e;
        }
      }
    }
  }

  private GitHubResponse getOnce(URI address, Optional<EntityTag> entityTag) {
    Optional<Credential> ofTag =
        entityTag.map(EntityTag::credential).flatMap(credentials::withFingerprint);
    Optional<String> tag = ofTag.isPresent() ? entityTag.map(EntityTag::value) : Optional.empty();
    Credential credential = ofTag.orElseGet(credentials::leastUsed);
    URI current = address;
    int requests = 0;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Exchanged exchanged = send(current, credential, tag);
      HttpAnswer answer = exchanged.answer();
      requests += exchanged.requests();
      if (answer.status() == 200 || (answer.status() == NOT_MODIFIED && tag.isPresent())) {
        return new GitHubResponse(
            current,
            answer.status(),
            requests,
            exchanged.fingerprint(),
            answer.headers(),
            decode(current, answer),
            answer.body().length);
      }
      Optional<URI> target = redirect(current, answer);
      if (target.isEmpty()) {
        throw refusal("GET", current, answer);
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

  /**
   * Asks what became of a path of the API, without following where it may have moved.
   *
   * @return 200, 301, 404 or 410, and for 301 where it is now
   * @throws GitHubException for any other answer
   */
  public Whereabouts whereabouts(String pathAndQuery) {
    URI address = base.resolve(pathAndQuery);
    HttpAnswer answer = send(address, credentials.leastUsed(), Optional.empty()).answer();
    return switch (answer.status()) {
      case 200, 404, 410 -> new Whereabouts(answer.status(), Optional.empty());
      case 301 -> new Whereabouts(301, redirect(address, answer));
      default -> throw refusal("GET", address, answer);
    };
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

  /** An answer, with the requests that it took and the token that it was given to. */
  private record Exchanged(HttpAnswer answer, int requests, String fingerprint) {}

  private Exchanged send(URI address, Credential credential, Optional<String> entityTag) {
    requireCovered(address);
    Credential.Grant grant = credential.grant(this::exchange);
    HttpRequest.Builder request = request(address, grant.token());
    entityTag.ifPresent(tag -> request.header("If-None-Match", tag));
    HttpAnswer answer = send(address, request.GET().build());
    credentials.learn(credential, RateLimit.of(answer.headers()));
    return new Exchanged(answer, grant.requests() + 1, grant.token().fingerprint());
  }

  private byte[] exchange(String path, Token bearer) {
    URI address = base.resolve(path);
    HttpRequest request =
        request(address, bearer).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpAnswer answer = send(address, request);
    if (answer.status() != 201) {
      throw refusal("POST", address, answer);
    }
    return decode(address, answer);
  }

  private static HttpRequest.Builder request(URI address, Token token) {
    return HttpRequest.newBuilder(address)
        .timeout(HEADERS_LIMIT)
        .header("Authorization", token.authorization())
        .header("Accept", "application/vnd.github+json")
        .header("Accept-Encoding", "gzip")
        .header("User-Agent", "snowpull")
        .header("X-GitHub-Api-Version", "2022-11-28");
  }

  private HttpAnswer send(URI address, HttpRequest request) {
    try {
      return transport.send(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(address, new InterruptedIOException("the run was interrupted"));
    } catch (IOException e) {
      throw unreachable(address, e);
    }
  }

  private GitHubException refusal(String method, URI address, HttpAnswer answer) {
    return new Refusal(method, address, answer, decode(address, answer), clock.instant())
        .toException();
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
