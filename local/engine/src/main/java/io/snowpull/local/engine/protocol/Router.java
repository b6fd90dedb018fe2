package io.snowpull.local.engine.protocol;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP surface of the account, a line for each path. */
final class Router {

  private static final Pattern RESULT = Pattern.compile("/queries/([0-9a-fA-F-]+)/result");
  private static final Pattern MONITORING = Pattern.compile("/monitoring/queries/([0-9a-fA-F-]+)");
  private static final Pattern CHUNK =
      Pattern.compile("/result-chunks/([0-9a-fA-F-]+)/(json|arrow)/(\\d{1,9})");

  private final LoginEndpoint login;
  private final SessionEndpoint session;
  private final QueryEndpoint query;

  Router(ProtocolServices services) {
    this.login = new LoginEndpoint(services);
    this.session = new SessionEndpoint(services);
    this.query = new QueryEndpoint(services);
  }

  Response answer(Request request) {
    switch (request.path()) {
      case "/session/v1/login-request":
        return login.login(request);
      case "/session/token-request":
        return session.renew(request);
      case "/session/heartbeat":
        return session.heartbeat(request);
      case "/session":
        return session.close(request);
      case "/queries/v1/query-request":
        return query.submit(request);
      case "/queries/v1/abort-request":
        return query.abort(request);
      case "/telemetry/send", "/telemetry/send/sessionless":
        return Response.success(null);
      default:
        return byPattern(request);
    }
  }

  private Response byPattern(Request request) {
    Matcher result = RESULT.matcher(request.path());
    if (result.matches()) {
      return query.result(request, result.group(1));
    }
    Matcher monitoring = MONITORING.matcher(request.path());
    if (monitoring.matches()) {
      return query.monitor(request, monitoring.group(1));
    }
    Matcher chunk = CHUNK.matcher(request.path());
    if (chunk.matches()) {
      return query.chunk(
          chunk.group(1),
          ResultFormat.valueOf(chunk.group(2).toUpperCase(Locale.ROOT)),
          Integer.parseInt(chunk.group(3)));
    }
    return Response.failure(
        SnowflakeException.unsupported("the endpoint " + request.method() + " " + request.path()),
        null);
  }
}
