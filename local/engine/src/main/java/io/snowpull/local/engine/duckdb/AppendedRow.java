package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Writes rows of Java values into a DuckDB table. */
final class AppendedRow {

  private AppendedRow() {}

  static void append(DuckDBAppender appender, List<@Nullable Object> row, List<Column> columns)
      throws SQLException {
    appender.beginRow();
    for (int i = 0; i < columns.size(); i++) {
      append(appender, row.get(i), columns.get(i).type());
    }
    appender.endRow();
  }

  private static void append(DuckDBAppender appender, @Nullable Object value, SnowflakeType type)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof BigDecimal number) {
      appender.append(
          type instanceof SnowflakeType.Number declared
              ? number.setScale(declared.scale(), RoundingMode.HALF_UP)
              : number);
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      appender.append(flag.booleanValue());
    } else if (value instanceof byte[] bytes) {
      appender.append(bytes);
    } else if (value instanceof LocalDate date) {
      appender.append(date);
    } else if (value instanceof LocalTime time) {
      appender.append(time);
    } else if (value instanceof LocalDateTime timestamp) {
      appender.append(timestamp);
    } else if (value instanceof OffsetDateTime moment) {
      appender.append(moment);
    } else {
      appender.append(value.toString());
    }
  }
}
