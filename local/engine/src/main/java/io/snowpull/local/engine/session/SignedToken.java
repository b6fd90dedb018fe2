package io.snowpull.local.engine.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A JWT by which a driver logs in with a key pair: issuer {@code ACCOUNT.USER.SHA256:fingerprint},
 * subject {@code ACCOUNT.USER}, RS256. The account's name may be any: the local account has none.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/sql-api/authenticating#generating-a-jwt-token">Generating
 *     a JWT</a>
 */
final class SignedToken {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
  private static final int PARTS = 3;

  private SignedToken() {}

  /**
   * Whether the token is the user's, signed with the key's private half, and valid now.
   *
   * @param user in upper case
   * @param key RSA_PUBLIC_KEY; null if the user has none
   */
  static boolean isValid(String token, String user, @Nullable String key, Instant now) {
    String[] parts = token.split("\\.", -1);
    if (key == null || parts.length != PARTS) {
      return false;
    }
    try {
      PublicKey publicKey = PublicKeyText.read(key);
      JsonNode claims = json(parts[1]);
      return json(parts[0]).path("alg").asText().equals("RS256")
          && isOf(user, publicKey, claims)
          && isTimely(claims, now)
          && isSigned(parts, publicKey);
    } catch (GeneralSecurityException | IOException | RuntimeException malformed) {
      return false;
    }
  }

  private static boolean isOf(String user, PublicKey key, JsonNode claims)
      throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    String fingerprint = "SHA256:" + Base64.getEncoder().encodeToString(digest);
    String subject = claims.path("sub").asText().toUpperCase(Locale.ROOT);
    String issuer = claims.path("iss").asText();
    return subject.endsWith("." + user)
        && issuer.toUpperCase(Locale.ROOT).startsWith(subject + ".")
        && issuer.endsWith("." + fingerprint);
  }

  private static boolean isTimely(JsonNode claims, Instant now) {
    Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong());
    Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
    return !issued.isAfter(now.plus(CLOCK_SKEW))
        && now.isBefore(expires)
        && !now.isAfter(issued.plus(LONGEST_LIFE));
  }

  private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static JsonNode json(String part) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(part));
  }
}
