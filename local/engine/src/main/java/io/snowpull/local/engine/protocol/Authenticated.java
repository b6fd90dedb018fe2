package io.snowpull.local.engine.protocol;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Session;

/** Finds the session a request belongs to, by its token. */
final class Authenticated {

  private Authenticated() {}

  /**
   * The session.
   *
   * @throws SnowflakeException 390112 if the token has run out, so that the driver renews it;
   *     390104 if there is no such token
   */
  static Session session(ProtocolServices services, Request request) {
    String token = request.token() == null ? "" : request.token();
    return services
        .sessions()
        .find(token)
        .orElseThrow(
            () ->
                services.sessions().isExpired(token)
                    ? new SnowflakeException("390112", "08001", "Session token has expired.")
                    : new SnowflakeException("390104", "08001", "Session no longer exists."));
  }
}
