package io.snowpull.local.engine.protocol;

import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Session;
import io.snowpull.local.engine.session.SessionRegistry;

/** Keeps sessions alive, renews their tokens, ends them. */
final class SessionEndpoint {

  private final ProtocolServices services;

  SessionEndpoint(ProtocolServices services) {
    this.services = services;
  }

  Response heartbeat(Request request) {
    Authenticated.session(services, request);
    return Response.success(null);
  }

  Response renew(Request request) {
    String master = request.token();
    Session session =
        services
            .sessions()
            .findByMaster(master == null ? "" : master)
            .orElseThrow(SessionEndpoint::masterInvalid);
    SessionRegistry.Tokens tokens =
        services
            .sessions()
            .renew(master == null ? "" : master)
            .orElseThrow(SessionEndpoint::masterInvalid);
    return Response.success(
        null,
        null,
        json -> {
          json.writeStartObject();
          json.writeStringField("sessionToken", tokens.session());
          json.writeNumberField("validityInSecondsST", SessionRegistry.TOKEN_VALIDITY.toSeconds());
          json.writeStringField("masterToken", tokens.master());
          json.writeNumberField("validityInSecondsMT", SessionRegistry.MASTER_VALIDITY.toSeconds());
          json.writeNumberField("sessionId", session.id());
          json.writeEndObject();
        });
  }

  /** POST /session?delete=true. */
  Response close(Request request) {
    if (request.parameter("delete").isEmpty()) {
      throw SnowflakeException.unsupported("the endpoint /session without delete=true");
    }
    services.sessions().close(Authenticated.session(services, request));
    return Response.success(null);
  }

  private static SnowflakeException masterInvalid() {
    return new SnowflakeException("390114", "08001", "Authentication token has expired.");
  }
}
