package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Logins;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.Session;
import io.snowpull.local.engine.session.SessionRegistry;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Opens sessions: user and password, a JWT that a key pair signed, or a one-time token sent as
 * OAuth.
 */
final class LoginEndpoint {

  private final ProtocolServices services;

  LoginEndpoint(ProtocolServices services) {
    this.services = services;
  }

  Response login(Request request) {
    JsonNode data = request.body().path("data");
    Session session = open(request, data);
    session.setClient(data.path("CLIENT_APP_ID").asText());
    for (Map.Entry<String, JsonNode> entry : data.path("SESSION_PARAMETERS").properties()) {
      // Drivers also send parameters that only other servers know.
      if (ParameterDefinition.exists(entry.getKey()) && !entry.getValue().isNull()) {
        session
            .parameters()
            .set(ParameterDefinition.named(entry.getKey()), entry.getValue().asText());
      }
    }
    SessionRegistry.Tokens tokens = services.sessions().register(session);
    return Response.success(null, null, json -> write(json, session, tokens));
  }

  private Session open(Request request, JsonNode data) {
    String authenticator = data.path("AUTHENTICATOR").asText("SNOWFLAKE").toUpperCase(Locale.ROOT);
    return switch (authenticator) {
      case "OAUTH" -> services.logins().withToken(data.path("TOKEN").asText());
      case "", "SNOWFLAKE", "USERNAME_PASSWORD_MFA" ->
          services
              .logins()
              .withPassword(
                  data.path("LOGIN_NAME").asText(),
                  data.path("PASSWORD").asText(),
                  wishes(request));
      case "SNOWFLAKE_JWT" ->
          services
              .logins()
              .withSignedToken(
                  data.path("LOGIN_NAME").asText(), data.path("TOKEN").asText(), wishes(request));
      default ->
          throw SnowflakeException.unsupported(
              "the authenticator "
                  + authenticator
                  + "; log in with user and password, or with a key pair");
    };
  }

  private static Logins.Wishes wishes(Request request) {
    return new Logins.Wishes(
        request.parameter("roleName").orElse(null),
        request.parameter("databaseName").orElse(null),
        request.parameter("schemaName").orElse(null),
        request.parameter("warehouse").orElse(null));
  }

  private static void write(JsonGenerator json, Session session, SessionRegistry.Tokens tokens)
      throws IOException {
    Context context = session.context();
    json.writeStartObject();
    json.writeStringField("token", tokens.session());
    json.writeStringField("masterToken", tokens.master());
    json.writeNumberField("validityInSeconds", SessionRegistry.TOKEN_VALIDITY.toSeconds());
    json.writeNumberField("masterValidityInSeconds", SessionRegistry.MASTER_VALIDITY.toSeconds());
    json.writeStringField("displayUserName", session.user());
    json.writeStringField("serverVersion", "9.0.0");
    json.writeBooleanField("firstLogin", false);
    json.writeNumberField("sessionId", session.id());
    json.writeNullField("newClientForUpgrade");
    json.writeNumberField("healthCheckInterval", 45);
    ParameterJson.write(json, session.parameters());
    json.writeObjectFieldStart("sessionInfo");
    json.writeStringField("databaseName", context.database());
    json.writeStringField("schemaName", context.schema());
    json.writeStringField("warehouseName", context.warehouse());
    json.writeStringField("roleName", context.principal().displayName());
    json.writeEndObject();
    json.writeEndObject();
  }
}
