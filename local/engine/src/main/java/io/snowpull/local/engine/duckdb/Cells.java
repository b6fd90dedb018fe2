package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Blob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads DuckDB's cells as the Java values that {@code Result} promises. */
final class Cells {

  private final ResultSet rows;
  private final List<Column> columns;
  private final boolean[] timestamps;

  Cells(ResultSet rows, List<Column> columns) throws SQLException {
    this.rows = rows;
    this.columns = columns;
    this.timestamps = new boolean[columns.size()];
    for (int i = 0; i < timestamps.length; i++) {
      timestamps[i] = rows.getMetaData().getColumnType(i + 1) == Types.TIMESTAMP;
    }
  }

  /** The current row. */
  List<@Nullable Object> row() throws SQLException {
    List<@Nullable Object> row = new ArrayList<>(columns.size());
    for (int i = 0; i < timestamps.length; i++) {
      row.add(cell(i + 1, columns.get(i).type()));
    }
    return Collections.unmodifiableList(row);
  }

  /** A value as the object that DuckDB's driver binds. */
  static @Nullable Object parameter(@Nullable Object value) {
    if (value instanceof LocalTime time) {
      return time.toString();
    }
    return value;
  }

  private @Nullable Object cell(int index, SnowflakeType type) throws SQLException {
    // The driver's own class for it is java.sql.Timestamp, which computes with the calendar.
    Object value =
        timestamps[index - 1] ? rows.getObject(index, LocalDateTime.class) : rows.getObject(index);
    if (value == null) {
      return null;
    }
    if (type instanceof Number number) {
      return decimal(value).setScale(number.scale(), RoundingMode.HALF_UP);
    } else if (type instanceof SnowflakeType.Real) {
      return value instanceof java.lang.Number number ? (Object) number.doubleValue() : value;
    } else if (type instanceof SnowflakeType.Binary) {
      return value instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : value;
    } else if (type instanceof SnowflakeType.Date) {
      return value instanceof LocalDate ? value : rows.getObject(index, LocalDate.class);
    } else if (type instanceof SnowflakeType.Time) {
      return value instanceof LocalTime ? value : rows.getObject(index, LocalTime.class);
    } else if (type instanceof SnowflakeType.Timestamp timestamp) {
      return timestamp(value, timestamp.zone());
    } else if (type instanceof SnowflakeType.Bool) {
      return value;
    }
    return value.toString();
  }

  private static BigDecimal decimal(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    } else if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    } else if (value instanceof Double || value instanceof Float) {
      return BigDecimal.valueOf(((java.lang.Number) value).doubleValue());
    } else if (value instanceof java.lang.Number number) {
      return BigDecimal.valueOf(number.longValue());
    } else if (value instanceof Boolean flag) {
      return flag ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return new BigDecimal(value.toString());
  }

  private static Object timestamp(Object value, SnowflakeType.Timestamp.Zone zone) {
    LocalDateTime local;
    if (value instanceof OffsetDateTime moment) {
      local = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } else if (value instanceof Timestamp timestamp) {
      local = timestamp.toLocalDateTime();
    } else if (value instanceof Date date) {
      local = date.toLocalDate().atStartOfDay();
    } else if (value instanceof LocalDate date) {
      local = date.atStartOfDay();
    } else {
      local = (LocalDateTime) value;
    }
    return zone == SnowflakeType.Timestamp.Zone.NTZ ? local : local.atOffset(ZoneOffset.UTC);
  }
}
