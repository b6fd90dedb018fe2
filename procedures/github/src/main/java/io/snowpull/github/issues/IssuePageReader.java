package io.snowpull.github.issues;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.snowpull.runtime.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into its issues without changing a byte of them.
 *
 * <p>The page is parsed once, for its structure; numbers, unknown fields and the order of the keys
 * stay what they were.
 */
final class IssuePageReader {
  private final JsonFactory factory = new JsonFactory();

  /**
   * @throws IOException when the page is not an array of issues
   */
  List<SourceRecord> read(byte[] page) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    try (JsonParser parser = factory.createParser(page)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("the page is not a JSON array");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        records.add(readIssue(parser, page));
      }
      if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
        throw new IOException("the page is not an array of objects only");
      }
    }
    return records;
  }

  private static SourceRecord readIssue(JsonParser parser, byte[] page) throws IOException {
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    @Nullable Long id = null;
    @Nullable String updatedAt = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
        id = parser.getLongValue();
      } else if (field.equals("updated_at") && value == JsonToken.VALUE_STRING) {
        updatedAt = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    int end = Math.toIntExact(parser.currentLocation().getByteOffset());
    if (id == null || updatedAt == null) {
      throw new IOException("an element of the page has no id or no updated_at");
    }
    String json = new String(page, start, end - start, StandardCharsets.UTF_8);
    return new SourceRecord(id, instant(id, updatedAt), json, hash(page, start, end - start));
  }

  private static Instant instant(long id, String updatedAt) throws IOException {
    try {
      return Instant.parse(updatedAt);
    } catch (DateTimeParseException e) {
      throw new IOException("updated_at of issue " + id + " is '" + updatedAt + "', not a time", e);
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
