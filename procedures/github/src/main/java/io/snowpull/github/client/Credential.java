package io.snowpull.github.client;

/** Something that GitHub accepts instead of a password. Thread-safe. */
public interface Credential {
  /**
   * The token to send now, renewed where it has to be.
   *
   * @param exchange how to ask for a new one
   * @throws GitHubException when there is none to be had
   */
  Grant grant(Exchange exchange);

  /**
   * A token with what it took to get it.
   *
   * @param requests requests made for it just now
   */
  record Grant(Token token, int requests) {}

  /** Exchanges one credential for another. */
  interface Exchange {
    /**
     * Posts an empty body.
     *
     * @param path path of the API
     * @param bearer sent as the authorization
     * @return the body of an answer that is a success
     * @throws GitHubException unless the answer is a success
     */
    byte[] post(String path, Token bearer);
  }
}
