package io.snowpull.local.engine.duckdb.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON text in the one form in which VARIANT values are stored: no white space, object keys sorted,
 * numbers in plain notation with all their digits.
 *
 * <p>Values in Java: {@code TreeMap}, {@code List}, {@code String}, {@code BigDecimal}, {@code
 * Boolean} and null.
 */
public final class JsonText {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(128 * 1024 * 1024)
                  .maxNestingDepth(1_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private JsonText() {}

  /** Reads one JSON value; fails with Snowflake's error if the text is anything else. */
  static @Nullable Object read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        throw SnowflakeException.invalidJson("incomplete value, pos 0");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw SnowflakeException.invalidJson(
            "more than one document in the input, pos "
                + parser.currentTokenLocation().getCharOffset());
      }
      return value;
    } catch (IOException e) {
      throw SnowflakeException.invalidJson(reason(e, text));
    }
  }

  /**
   * The canonical texts of JSON values that follow each other, as in a file of a value a line.
   *
   * @param stripOuterArray whether an array stands for its elements
   * @throws SnowflakeException 100069 when it is not JSON
   */
  public static List<String> documents(Reader text, boolean stripOuterArray) {
    List<String> documents = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        Object value = value(parser);
        if (stripOuterArray && value instanceof List<?> elements) {
          elements.forEach(element -> documents.add(write(element)));
        } else {
          documents.add(write(value));
        }
      }
      return documents;
    } catch (IOException e) {
      throw SnowflakeException.invalidJson(reason(e, ""));
    }
  }

  /** The canonical text of a value. */
  static String write(@Nullable Object value) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      write(generator, value);
    } catch (IOException e) {
      throw new IllegalStateException("a value that is no JSON", e);
    }
    return out.toString();
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          object.put(key, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Map<?, ?> object) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> array) {
      out.writeStartArray();
      for (Object element : array) {
        write(out, element);
      }
      out.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(plain(number));
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeString(value.toString());
    }
  }

  /** Digits without exponent where 38 of them are enough, as Snowflake keeps exact numbers. */
  static String plain(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    boolean exact =
        stripped.precision() - Math.min(0, stripped.scale()) <= 38 && stripped.scale() <= 37;
    return exact ? stripped.toPlainString() : Double.toString(number.doubleValue());
  }

  private static String reason(IOException e, String text) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Duplicate field")) {
      return "duplicate object attribute "
          + message.replaceAll("(?s).*Duplicate field '([^']*)'.*", "\"$1\"");
    }
    String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    return "unexpected or incomplete input: " + shown;
  }
}
