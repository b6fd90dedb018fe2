package io.snowpull.runtime.resource;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Derives the names of a resource's objects: a readable slug, with a short hash where the slug is
 * taken.
 *
 * <p>Two resources never share an object, whatever they are called.
 */
public final class NameDerivation {
  /**
   * Names that a slug can spell and that SQL keeps for itself, even where a table may be called so:
   * https://docs.snowflake.com/en/sql-reference/reserved-keywords
   */
  private static final Set<String> RESERVED =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "INFORMATION_SCHEMA",
          "TRY_CAST");

  private static final int SHORTEST_HASH = 8;
  private static final int LONGEST_SLUG = 180;

  private NameDerivation() {}

  /**
   * The names for a resource that has none yet.
   *
   * @param resourceId what the resource is called, such as {@code org/repo}
   * @param sourceId the source's numeric id of it, which tells resources of one slug apart
   * @param taken the stored names of all other resources
   */
  public static ObjectNames derive(
      String resourceId, long sourceId, Collection<ObjectNames> taken) {
    String slug = slug(resourceId);
    ObjectNames names = new ObjectNames(slug);
    String hash = sha256(Long.toString(sourceId));
    for (int length = SHORTEST_HASH; isTaken(names, taken); length++) {
      if (length > hash.length()) {
        throw new IllegalStateException("no free name for " + resourceId);
      }
      names = new ObjectNames(slug + "_" + hash.substring(0, length));
    }
    return names;
  }

  private static boolean isTaken(ObjectNames names, Collection<ObjectNames> taken) {
    return RESERVED.stream().anyMatch(names::uses) || taken.stream().anyMatch(names::clashesWith);
  }

  private static String slug(String resourceId) {
    StringBuilder slug = new StringBuilder(resourceId.length() + 1);
    for (char c : resourceId.toUpperCase(Locale.ROOT).toCharArray()) {
      boolean kept = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
      slug.append(kept ? c : '_');
    }
    if (Character.isDigit(slug.charAt(0))) {
      slug.insert(0, '_');
    }
    return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
