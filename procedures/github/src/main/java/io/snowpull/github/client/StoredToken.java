package io.snowpull.github.client;

/** A token that is used as it is: a personal access token, or one that OAuth gave. */
public record StoredToken(Token token) implements Credential {
  @Override
  public Grant grant(Exchange exchange) {
    return new Grant(token, 0);
  }
}
