package io.snowpull.github.client;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads the addresses that an answer names. */
final class Addresses {
  private Addresses() {}

  /**
   * @throws GitHubException RESPONSE_INVALID when it is not an address
   */
  static URI resolve(URI from, String target) {
    try {
      return from.resolve(new URI(target.strip()));
    } catch (URISyntaxException e) {
      throw new GitHubException(
          GitHubError.RESPONSE_INVALID,
          "GitHub named '"
              + target
              + "', which is not an address (GET "
              + from.getRawPath()
              + "). The next run tries again.",
          e);
    }
  }
}
