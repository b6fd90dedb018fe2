package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.worker.protocol.SqlKind;
import io.snowpull.local.worker.protocol.SqlValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values on their way to a worker and back. */
final class WorkerValues {
  private WorkerValues() {}

  static SqlKind kind(SnowflakeType type) {
    if (type instanceof SnowflakeType.Number) {
      return SqlKind.NUMBER;
    }
    if (type instanceof SnowflakeType.Real) {
      return SqlKind.FLOAT;
    }
    if (type instanceof SnowflakeType.Text) {
      return SqlKind.VARCHAR;
    }
    if (type instanceof SnowflakeType.Binary) {
      return SqlKind.BINARY;
    }
    if (type instanceof SnowflakeType.Bool) {
      return SqlKind.BOOLEAN;
    }
    if (type instanceof SnowflakeType.Date) {
      return SqlKind.DATE;
    }
    if (type instanceof SnowflakeType.Time) {
      return SqlKind.TIME;
    }
    if (type instanceof SnowflakeType.Timestamp timestamp) {
      return SqlKind.valueOf("TIMESTAMP_" + timestamp.zone());
    }
    return SqlKind.valueOf(((SnowflakeType.SemiStructured) type).kind().name());
  }

  static SqlValue toWorker(Value value) {
    Object content = value.content();
    return new SqlValue(kind(value.type()), content == null ? null : text(content));
  }

  private static String text(Object content) {
    if (content instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (content instanceof byte[] bytes) {
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
    return content.toString();
  }

  /** The cell for a column of that type. */
  static @Nullable Object fromWorker(SqlValue value, SnowflakeType type) {
    String text = value.text();
    if (text == null) {
      return null;
    }
    return switch (value.kind()) {
      case VARCHAR, VARIANT, OBJECT, ARRAY -> text;
      case NUMBER -> new BigDecimal(text).setScale(scale(type), RoundingMode.HALF_UP);
      case FLOAT -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case BINARY -> HexFormat.of().parseHex(text);
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalTime.parse(text);
      case TIMESTAMP_NTZ -> LocalDateTime.parse(text);
      case TIMESTAMP_LTZ, TIMESTAMP_TZ -> OffsetDateTime.parse(text);
    };
  }

  private static int scale(SnowflakeType type) {
    return type instanceof SnowflakeType.Number number ? number.scale() : 0;
  }
}
