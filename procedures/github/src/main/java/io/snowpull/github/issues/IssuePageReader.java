package io.snowpull.github.issues;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.source.UnreadableRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a page into its issues without changing a byte of them.
 *
 * <p>The page is parsed once, for its structure; numbers, unknown fields and the order of the keys
 * stay what they were.
 */
final class IssuePageReader {
  private final JsonFactory factory = new JsonFactory();

  /**
   * @throws IOException when the page is not an array of objects, or when none of several objects
   *     is an issue: then the answer is of another kind, and no single one is at fault
   */
  IssuePage read(byte[] page) throws IOException {
    List<SourceRecord> issues = new ArrayList<>();
    List<UnreadableRecord> unreadable = new ArrayList<>();
    try (JsonParser parser = factory.createParser(page)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("the page is not a JSON array");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        readObject(parser, page, issues, unreadable);
      }
      if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
        throw new IOException("the page is not an array of objects only");
      }
    }
    if (issues.isEmpty() && unreadable.size() > 1) {
      throw new IOException("none of its objects is an issue: " + unreadable.get(0).reason());
    }
    return new IssuePage(issues, unreadable);
  }

  private static void readObject(
      JsonParser parser, byte[] page, List<SourceRecord> issues, List<UnreadableRecord> unreadable)
      throws IOException {
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    Optional<Long> id = Optional.empty();
    Optional<Instant> updatedAt = Optional.empty();
    String wrong = "It has no updated_at.";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
        id = wholeNumber(parser);
      } else if (field.equals("updated_at") && value == JsonToken.VALUE_STRING) {
        String text = parser.getText();
        updatedAt = instant(text);
        wrong = "Its updated_at is '" + text + "', which is not a time.";
      } else {
        parser.skipChildren();
      }
    }
    int length = Math.toIntExact(parser.currentLocation().getByteOffset()) - start;
    String json = new String(page, start, length, StandardCharsets.UTF_8);
    String hash = hash(page, start, length);
    if (id.isPresent() && updatedAt.isPresent()) {
      issues.add(new SourceRecord(id.get(), updatedAt.get(), json, hash));
    } else {
      String reason = id.isEmpty() ? "It has no id, or one that is no whole number." : wrong;
      unreadable.add(new UnreadableRecord(id, json, hash, reason));
    }
  }

  private static Optional<Long> wholeNumber(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? Optional.empty()
        : Optional.of(parser.getLongValue());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** 128 bits tell two versions of one row apart. */
  private static String hash(byte[] page, int start, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(page, start, length);
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
