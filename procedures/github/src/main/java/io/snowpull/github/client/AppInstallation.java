package io.snowpull.github.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub App as one organization has installed it: its tokens are good for an hour, and the next
 * is asked for in time.
 *
 * @see <a
 *     href="https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app">JSON
 *     web tokens for apps</a>
 */
public final class AppInstallation implements Credential {
  /** No request takes so long that a token could end during it. */
  private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

  /**
   * GitHub refuses a web token that is good for more than ten minutes, or begins later than now.
   */
  private static final Duration WEB_TOKEN_LIFE = Duration.ofMinutes(9);

  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(60);

  private final String appId;
  private final long installationId;
  private final RSAPrivateKey key;
  private final InstantSource clock;
  private @Nullable Token token;
  private Instant goodUntil = Instant.MIN;

  /**
   * @param appId the app's id, or its client id
   */
  public AppInstallation(
      String appId, long installationId, RSAPrivateKey key, InstantSource clock) {
    this.appId = appId;
    this.installationId = installationId;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public synchronized Grant grant(Exchange exchange) {
    Instant now = clock.instant();
    Token current = token;
    if (current != null && now.isBefore(goodUntil.minus(RENEWED_BEFORE))) {
      return new Grant(current, 0);
    }
    String path = "/app/installations/" + installationId + "/access_tokens";
    JsonNode answer =
        Json.parse(new String(exchange.post(path, webToken(now)), StandardCharsets.UTF_8));
    current = Token.of(answer.path("token").asText());
    goodUntil = expiry(answer.path("expires_at").asText(), now);
    token = current;
    return new Grant(current, 1);
  }

  /** Where GitHub does not say it, an hour, as its documentation does. */
  private static Instant expiry(String text, Instant now) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      return now.plus(Duration.ofHours(1));
    }
  }

  private Token webToken(Instant now) {
    String header = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    String claims =
        Json.write(
            Json.object()
                .put("iat", now.minus(CLOCK_DRIFT).getEpochSecond())
                .put("exp", now.plus(WEB_TOKEN_LIFE).getEpochSecond())
                .put("iss", appId));
    String signed = header + "." + encoded(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return Token.of(signed + "." + encoded(signature.sign()));
    } catch (GeneralSecurityException e) {
      // Not chained: it could tell something about the key.
      throw GitHubException.of(
          GitHubError.TOKEN_INVALID,
          "The private key of the GitHub App "
              + appId
              + " cannot sign. Store the key that GitHub"
              + " generated, as it is, in the secret.");
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
