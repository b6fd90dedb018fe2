package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.MatchResult;

/** {@code GET /rate_limit}, which itself is free. */
final class RateLimitEndpoint implements Endpoint {
  static final String PATH = "/rate_limit";

  private final RateLimits limits;

  RateLimitEndpoint(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  public Response answer(Request request, MatchResult path) {
    RateLimits.Quota quota = limits.peek(request.token());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode resources = body.putObject("resources");
    resources.set("core", json(quota));
    resources.set("graphql", json(quota));
    body.set("rate", json(quota));
    return Response.ok(body);
  }

  private static ObjectNode json(RateLimits.Quota quota) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("limit", quota.limit())
        .put("used", quota.used())
        .put("remaining", quota.remaining())
        .put("reset", quota.resetEpochSecond());
  }
}
