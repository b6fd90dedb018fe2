package io.snowpull.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Weak ETags: they follow from the body, the links and who asks (Vary: Authorization). */
final class EntityTag {
  private EntityTag() {}

  static String of(Request request, Response response) {
    MessageDigest digest = sha256();
    digest.update(response.body());
    digest.update(response.headers().getOrDefault("Link", "").getBytes(UTF_8));
    String token = request.token();
    digest.update((token == null ? "" : token).getBytes(UTF_8));
    return "W/\"" + HexFormat.of().formatHex(digest.digest()) + "\"";
  }

  /** {@code ifNoneMatch} may name several tags, weak or strong, or all by an asterisk. */
  static boolean matches(@Nullable String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) {
      return false;
    }
    String opaque = etag.substring(2);
    return Arrays.stream(ifNoneMatch.split(","))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(opaque) || tag.equals(etag));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
