package io.snowpull.simulator;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every request passes before and after its endpoint: identity, version, limits, ETag. */
final class Gate {
  private static final String API_VERSION = "2022-11-28";

  private final SimulatorConfig config;
  private final RateLimits limits;
  private final Routes routes;
  private final AppTokens appTokens;

  Gate(SimulatorConfig config, RateLimits limits, Routes routes) {
    this.config = config;
    this.limits = limits;
    this.routes = routes;
    this.appTokens = new AppTokens(config.app().orElse(null), config.clock());
  }

  Response answer(Request request) {
    if (request.header("user-agent") == null) {
      return GitHubErrors.userAgentRequired();
    }
    String version = request.header("x-github-api-version");
    if (version != null && !version.equals(API_VERSION)) {
      return GitHubErrors.unsupportedVersion(version);
    }
    if (request.path().startsWith(AppTokens.PREFIX)) {
      return appTokens.answer(request);
    }
    if (isUnknown(request.token())) {
      return GitHubErrors.badCredentials();
    }
    if (request.path().equals(RateLimitEndpoint.PATH)) {
      return limited(routes.answer(request), limits.peek(request.token()));
    }
    Optional<RateLimits.Quota> quota = limits.take(request.token());
    if (quota.isEmpty()) {
      return limited(GitHubErrors.rateLimitExceeded(), limits.peek(request.token()));
    }
    return conditional(request, routed(request), quota.get());
  }

  private Response routed(Request request) {
    try {
      return routes.answer(request);
    } catch (InvalidParameterException e) {
      return GitHubErrors.invalid(e);
    }
  }

  /**
   * An answer 304 does not count, if the request says who asks:
   * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
   */
  private Response conditional(Request request, Response response, RateLimits.Quota quota) {
    if (response.status() != 200) {
      return limited(response, quota);
    }
    String etag = EntityTag.of(request, response);
    Response tagged =
        response.with("ETag", etag).with("Cache-Control", "private, max-age=60, s-maxage=60");
    if (!EntityTag.matches(request.header("if-none-match"), etag)) {
      return limited(tagged, quota);
    }
    RateLimits.Quota left = request.token() == null ? quota : limits.giveBack(request.token());
    return limited(new Response(304, tagged.headers(), new byte[0]), left);
  }

  private boolean isUnknown(@Nullable String token) {
    return token != null
        && !config.tokens().isEmpty()
        && !config.tokens().contains(token)
        && !appTokens.isGood(token);
  }

  private static Response limited(Response response, RateLimits.Quota quota) {
    return response
        .with("X-RateLimit-Limit", Integer.toString(quota.limit()))
        .with("X-RateLimit-Remaining", Integer.toString(quota.remaining()))
        .with("X-RateLimit-Used", Integer.toString(quota.used()))
        .with("X-RateLimit-Reset", Long.toString(quota.resetEpochSecond()))
        .with("X-RateLimit-Resource", "core");
  }
}
