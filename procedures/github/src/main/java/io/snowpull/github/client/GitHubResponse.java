package io.snowpull.github.client;

import io.snowpull.runtime.http.LinkHeader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A successful answer.
 *
 * @param address where it came from, after redirects
 * @param status 200, or 304 when the answer would be the one that the entity tag came with
 * @param requests how many requests it took, redirects included
 * @param credential the {@link Token#fingerprint} of the token that it was given to
 * @param body the body, decompressed
 * @param transferredBytes the size of the body on the network
 */
public record GitHubResponse(
    URI address,
    int status,
    int requests,
    String credential,
    HttpHeaders headers,
    byte[] body,
    long transferredBytes) {
  private static final Pattern EXPIRATION =
      Pattern.compile("[0-9]{4}-[01][0-9]-[0-3][0-9] [012][0-9]:[0-5][0-9]:[0-5][0-9] UTC");

  /**
   * The target of the next page; empty on the last one. Whether it may be read is checked by {@link
   * GitHubClient#get(URI)}.
   *
   * @throws GitHubException RESPONSE_INVALID when it is not an address
   */
  public Optional<URI> next() {
    return linked("next");
  }

  /** The target of the last page; empty where there is one page only, or GitHub cannot tell. */
  public Optional<URI> last() {
    return linked("last");
  }

  private Optional<URI> linked(String relation) {
    return LinkHeader.target(headers.allValues("link"), relation)
        .map(target -> Addresses.resolve(address, target));
  }

  public boolean isUnchanged() {
    return status == GitHubClient.NOT_MODIFIED;
  }

  public RateLimit rateLimit() {
    return RateLimit.of(headers);
  }

  /** What to ask the same question with again; empty when GitHub gave none. */
  public Optional<EntityTag> entityTag() {
    return headers.firstValue("etag").map(tag -> new EntityTag(tag, credential));
  }

  /**
   * When the token ends; empty for one that never does, and for what GitHub does not say. The
   * header reads {@code 2026-01-31 12:00:00 UTC}.
   */
  public Optional<Instant> tokenExpiresAt() {
    return headers
        .firstValue("github-authentication-token-expiration")
        .map(String::strip)
        .filter(text -> EXPIRATION.matcher(text).matches())
        .map(text -> Instant.parse(text.substring(0, 10) + "T" + text.substring(11, 19) + "Z"));
  }

  /** GitHub's clock when it answered; empty when the header is missing. */
  public Optional<Instant> date() {
    return RetryAfter.date(headers, "date");
  }
}
