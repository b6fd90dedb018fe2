package io.snowpull.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /app/installations/{id}/access_tokens}: tokens that are good for an hour, against a
 * web token that the app's key has signed. Thread-safe.
 *
 * @see <a
 *     href="https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app">GitHub</a>
 */
final class AppTokens {
  static final String PREFIX = "/app/";

  private static final Duration LIFE = Duration.ofHours(1);

  /** GitHub refuses web tokens of a longer life. */
  private static final Duration LONGEST_WEB_TOKEN = Duration.ofMinutes(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable SimulatedApp app;
  private final Clock clock;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  AppTokens(@Nullable SimulatedApp app, Clock clock) {
    this.app = app;
    this.clock = clock;
  }

  /** Whether a token was issued here and is still good. */
  boolean isGood(String token) {
    Instant expiry = issued.get(token);
    return expiry != null && clock.instant().isBefore(expiry);
  }

  Response answer(Request request) {
    if (app == null || !request.method().equals("POST")) {
      return GitHubErrors.notFound();
    }
    if (request.token() == null || !isSigned(request.token(), app)) {
      return GitHubErrors.badCredentials();
    }
    if (!request
        .path()
        .equals(PREFIX + "installations/" + app.installationId() + "/access_tokens")) {
      return GitHubErrors.notFound();
    }
    String token = "ghs_simulated" + count.incrementAndGet();
    Instant expiry = clock.instant().plus(LIFE);
    issued.put(token, expiry);
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("token", token)
            .put("expires_at", expiry.toString())
            .toString();
    return new Response(
        201,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isSigned(String webToken, SimulatedApp by) {
    String[] parts = webToken.split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(by.key());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      Instant now = clock.instant();
      Instant expiry = Instant.ofEpochSecond(claims.path("exp").asLong());
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && claims.path("iss").asText().equals(by.id())
          && claims.path("iat").asLong() <= now.getEpochSecond()
          && now.isBefore(expiry)
          && !expiry.isAfter(now.plus(LONGEST_WEB_TOKEN));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
