package io.snowpull.local.engine.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins that work once, for the account's own workers: each opens a session as the principal it
 * was issued for. A client sends it as {@code authenticator=oauth} with {@code token=...}.
 */
public final class OneTimeTokens {

  private final Map<String, Invitation> open = new ConcurrentHashMap<>();
  private final TokenSource tokens;

  public OneTimeTokens(TokenSource tokens) {
    this.tokens = tokens;
  }

  /** A login that is not used yet: the user it counts for and where and as whom it starts. */
  public record Invitation(String user, Context context) {}

  /** A token that opens one session in that context. */
  public String issue(Invitation invitation) {
    String token = tokens.next();
    open.put(token, invitation);
    return token;
  }

  /** Takes a token back, used or not. */
  public void revoke(String token) {
    open.remove(token);
  }

  /** Uses the token up; empty if there is no such token (any more). */
  public Optional<Invitation> redeem(String token) {
    return Optional.ofNullable(open.remove(token));
  }
}
