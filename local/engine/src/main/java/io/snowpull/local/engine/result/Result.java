package io.snowpull.local.engine.result;

import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement's answer.
 *
 * <p>A cell is null for SQL NULL, else by the column's type: NUMBER {@link BigDecimal} with the
 * type's scale; FLOAT {@link Double}; VARCHAR {@link String}; BINARY {@code byte[]}; BOOLEAN {@link
 * Boolean}; DATE {@link java.time.LocalDate}; TIME {@link java.time.LocalTime}; TIMESTAMP_NTZ
 * {@link java.time.LocalDateTime}; TIMESTAMP_LTZ and TIMESTAMP_TZ {@link java.time.OffsetDateTime};
 * VARIANT, OBJECT and ARRAY their JSON text as {@link String}.
 */
public record Result(List<Column> columns, Rows rows, StatementType type) {

  public Result {
    columns = List.copyOf(columns);
  }

  /** A result whose rows are at hand. */
  public static Result of(
      StatementType type, List<Column> columns, List<List<@Nullable Object>> rows) {
    return new Result(columns, Rows.of(rows), type);
  }

  /** The one row with the one text column {@code status} that most commands answer with. */
  public static Result status(StatementType type, String message) {
    return of(type, List.of(Column.text("status")), List.of(Rows.row(message)));
  }

  /** The counts of a DML statement, in the given order: column name to number of rows. */
  public static Result counts(StatementType type, Map<String, Long> counts) {
    List<Column> columns = new ArrayList<>();
    List<@Nullable Object> cells = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          columns.add(new Column(name, new SnowflakeType.Number(19, 0), false));
          cells.add(BigDecimal.valueOf(count));
        });
    return of(type, columns, List.of(cells));
  }

  /** How many rows a DML statement changed in all; 0 for every other kind of statement. */
  public long changedRows() {
    if (!type.changesRows()) {
      return 0;
    }
    long sum = 0;
    for (List<@Nullable Object> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i) instanceof BigDecimal count
            && !columns.get(i).name().contains("multi-joined")) {
          sum += count.longValue();
        }
      }
    }
    return sum;
  }

  /** How many rows the result itself has. */
  public long rowCount() {
    return rows.size();
  }
}
