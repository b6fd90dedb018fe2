package io.snowpull.local.worker.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.local.worker.protocol.SqlKind;
import io.snowpull.local.worker.protocol.SqlValue;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns SQL arguments into what a handler's parameters take, by Snowflake's table
 * (https://docs.snowflake.com/en/developer-guide/udf-stored-procedure-data-type-mapping).
 */
public final class JavaArguments {
  private final ObjectMapper json = JsonMapper.builder().build();

  /** The Java value; null for SQL NULL, which a primitive parameter refuses. */
  public @Nullable Object convert(SqlValue value, Type parameter) {
    Class<?> target = Types.erase(parameter);
    String text = value.text();
    if (text == null) {
      if (target.isPrimitive()) {
        throw new ValueException(
            "NULL does not fit a parameter of type " + target + "; use the boxed type.");
      }
      return null;
    }
    try {
      Object converted = byKind(value.kind(), text, Types.box(target));
      if (converted != null) {
        return converted;
      }
    } catch (ArithmeticException | IllegalArgumentException | JsonProcessingException e) {
      throw new ValueException(
          "The " + value.kind() + " argument does not fit " + target.getName() + ".");
    }
    throw new ValueException(
        "A " + value.kind() + " argument has no mapping to the Java type " + target.getName());
  }

  private @Nullable Object byKind(SqlKind kind, String text, Class<?> target)
      throws JsonProcessingException {
    if (target == String.class) {
      return text;
    }
    return switch (kind) {
      case VARCHAR -> null;
      case NUMBER -> number(new BigDecimal(text), target);
      case FLOAT -> floating(text, target);
      case BOOLEAN -> target == Boolean.class ? Boolean.valueOf(text) : null;
      case BINARY -> target == byte[].class ? HexFormat.of().parseHex(text) : null;
      case DATE -> target == Date.class ? Date.valueOf(LocalDate.parse(text)) : null;
      case TIME -> target == Time.class ? Time.valueOf(LocalTime.parse(text)) : null;
      case TIMESTAMP_NTZ ->
          target == Timestamp.class
              ? Timestamp.from(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC))
              : null;
      case TIMESTAMP_LTZ, TIMESTAMP_TZ ->
          target == Timestamp.class ? Timestamp.from(OffsetDateTime.parse(text).toInstant()) : null;
      case VARIANT -> target == Variant.class ? new Variant(text) : null;
      case ARRAY -> target == String[].class ? array(json.readTree(text)) : null;
      case OBJECT -> target == Map.class ? map(json.readTree(text)) : null;
    };
  }

  private static @Nullable Object number(BigDecimal value, Class<?> target) {
    if (target == BigDecimal.class) {
      return value;
    }
    if (target == BigInteger.class) {
      return value.toBigIntegerExact();
    }
    if (target == Long.class) {
      return value.longValueExact();
    }
    if (target == Integer.class) {
      return value.intValueExact();
    }
    if (target == Short.class) {
      return value.shortValueExact();
    }
    return null;
  }

  private static @Nullable Object floating(String text, Class<?> target) {
    if (target == Double.class) {
      return Double.valueOf(text);
    }
    if (target == Float.class) {
      return Float.valueOf(text);
    }
    return null;
  }

  private static @Nullable String[] array(JsonNode node) {
    @Nullable String[] elements = new @Nullable String[node.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = text(node.get(i));
    }
    return elements;
  }

  private static Map<String, @Nullable String> map(JsonNode node) {
    Map<String, @Nullable String> entries = new LinkedHashMap<>();
    node.properties().forEach(entry -> entries.put(entry.getKey(), text(entry.getValue())));
    return entries;
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }
}
