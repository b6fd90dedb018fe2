package io.snowpull.runtime.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
 * Cuts a page into its rows without changing a byte of them.
 *
 * <p>The page is parsed once, for its structure; numbers, unknown fields and the order of the keys
 * stay what they were.
 */
public final class PageReader {
  private final JsonFactory factory = new JsonFactory();
  private final String idField;
  private final String timeField;
  private final Optional<String> unwantedField;

  /**
   * @param idField where a row has its number, a whole one
   * @param timeField where a row has the time of its last change, as ISO 8601 writes it
   */
  public PageReader(String idField, String timeField) {
    this(idField, timeField, Optional.empty());
  }

  /**
   * @param unwantedField rows that have an object or an array under it are not wanted
   */
  public PageReader(String idField, String timeField, Optional<String> unwantedField) {
    this.unwantedField = unwantedField;
    this.idField = idField;
    this.timeField = timeField;
  }

  /**
   * @throws IOException when the page is not an array of objects, or when none of several objects
   *     is a row: then the answer is of another kind, and no single one is at fault
   */
  public ReadPage read(byte[] page) throws IOException {
    List<SourceRecord> rows = new ArrayList<>();
    List<UnreadableRecord> unreadable = new ArrayList<>();
    try (JsonParser parser = factory.createParser(page)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("the page is not a JSON array");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        readObject(parser, page, rows, unreadable);
      }
      if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
        throw new IOException("the page is not an array of objects only");
      }
    }
    if (rows.isEmpty() && unreadable.size() > 1) {
      throw new IOException("none of its objects is a row: " + unreadable.get(0).reason());
    }
    return new ReadPage(rows, unreadable);
  }

  private void readObject(
      JsonParser parser, byte[] page, List<SourceRecord> rows, List<UnreadableRecord> unreadable)
      throws IOException {
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    Optional<Long> id = Optional.empty();
    Optional<Instant> updatedAt = Optional.empty();
    boolean wanted = true;
    String wrong = "It has no " + timeField + ".";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals(idField) && value == JsonToken.VALUE_NUMBER_INT) {
        id = wholeNumber(parser);
      } else if (field.equals(timeField) && value == JsonToken.VALUE_STRING) {
        String text = parser.getText();
        updatedAt = instant(text);
        wrong = "Its " + timeField + " is '" + text + "', which is not a time.";
      } else {
        wanted =
            wanted && !(value.isStructStart() && unwantedField.filter(field::equals).isPresent());
        parser.skipChildren();
      }
    }
    int length = Math.toIntExact(parser.currentLocation().getByteOffset()) - start;
    String json = new String(page, start, length, StandardCharsets.UTF_8);
    String hash = hash(page, start, length);
    if (id.isPresent() && updatedAt.isPresent()) {
      rows.add(new SourceRecord(id.get(), updatedAt.get(), json, hash, wanted));
    } else {
      String reason =
          id.isEmpty() ? "It has no " + idField + ", or one that is no whole number." : wrong;
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
