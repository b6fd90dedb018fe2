package io.snowpull.github.client;

import io.snowpull.runtime.http.LinkHeader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

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

  /** GitHub's clock when it answered; empty when the header is missing. */
  public Optional<Instant> date() {
    return RetryAfter.date(headers, "date");
  }
}
