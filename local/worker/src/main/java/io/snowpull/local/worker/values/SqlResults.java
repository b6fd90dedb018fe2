package io.snowpull.local.worker.values;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a handler returns into its procedure's SQL type, by the same table. */
public final class SqlResults {
  private static final Set<Class<?>> INTEGERS =
      Set.of(Short.class, Integer.class, Long.class, BigInteger.class);
  private static final Map<SqlKind, Set<Class<?>>> RETURNABLE = returnable();

  private final ObjectMapper json = JsonMapper.builder().build();

  /** Refuses, before the call, a method whose result could never be the SQL type. */
  public void requireReturnable(Type method, SqlKind sql) {
    Class<?> java = Types.box(Types.erase(method));
    if (java == Void.class) {
      throw new ValueException("The handler returns nothing; a procedure's handler must return.");
    }
    if (!RETURNABLE.getOrDefault(sql, Set.of()).contains(java)) {
      throw new ValueException(
          "The handler returns " + java.getName() + ", which is no Java type of SQL's " + sql);
    }
  }

  /** The SQL value; SQL NULL for null. */
  public SqlValue convert(@Nullable Object result, SqlKind sql) {
    if (result == null) {
      return new SqlValue(sql, null);
    }
    try {
      return new SqlValue(sql, text(result, sql));
    } catch (NumberFormatException | JsonProcessingException e) {
      throw new ValueException("The handler's result is no " + sql + ".");
    }
  }

  private String text(Object result, SqlKind sql) throws JsonProcessingException {
    if (result instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (result instanceof byte[] bytes) {
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
    if (result instanceof Date date) {
      return date.toLocalDate().toString();
    }
    if (result instanceof Time time) {
      return time.toLocalTime().toString();
    }
    if (result instanceof Timestamp timestamp) {
      OffsetDateTime utc = timestamp.toInstant().atOffset(ZoneOffset.UTC);
      LocalDateTime local = utc.toLocalDateTime();
      return sql == SqlKind.TIMESTAMP_NTZ ? local.toString() : utc.toString();
    }
    if (result instanceof Variant variant) {
      return variant.asJsonString();
    }
    if (result instanceof String string) {
      return fromString(string, sql);
    }
    if (result instanceof Map<?, ?> || result instanceof String[]) {
      return json.writeValueAsString(result);
    }
    return result.toString();
  }

  private String fromString(String text, SqlKind sql) throws JsonProcessingException {
    return switch (sql) {
      case NUMBER -> new BigDecimal(text.trim()).toPlainString();
      case FLOAT -> Double.toString(Double.parseDouble(text));
      case ARRAY, OBJECT -> json.readTree(text).toString();
      default -> text;
    };
  }

  private static Map<SqlKind, Set<Class<?>>> returnable() {
    Map<SqlKind, Set<Class<?>>> table = new EnumMap<>(SqlKind.class);
    table.put(SqlKind.VARCHAR, Set.of(String.class));
    table.put(SqlKind.NUMBER, plus(INTEGERS, BigDecimal.class, String.class));
    table.put(SqlKind.FLOAT, Set.of(Double.class, Float.class, String.class));
    table.put(SqlKind.BOOLEAN, Set.of(Boolean.class));
    table.put(SqlKind.BINARY, Set.of(byte[].class));
    table.put(SqlKind.DATE, Set.of(Date.class));
    table.put(SqlKind.TIME, Set.of(Time.class, String.class));
    table.put(SqlKind.TIMESTAMP_NTZ, Set.of(Timestamp.class));
    table.put(SqlKind.TIMESTAMP_LTZ, Set.of(Timestamp.class));
    table.put(SqlKind.TIMESTAMP_TZ, Set.of(Timestamp.class));
    table.put(SqlKind.VARIANT, Set.of(Variant.class));
    table.put(SqlKind.OBJECT, Set.of(Map.class, String.class));
    table.put(SqlKind.ARRAY, Set.of(String[].class, String.class));
    return table;
  }

  private static Set<Class<?>> plus(Set<Class<?>> some, Class<?>... more) {
    Set<Class<?>> all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
