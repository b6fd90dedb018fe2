package io.snowpull.runtime.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a result; columns count from 0. */
public record SqlRow(List<@Nullable Object> values) {
  public SqlRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** The column as text; null when it is SQL NULL. */
  public @Nullable String textOrNull(int column) {
    Object value = values.get(column);
    return value == null ? null : value.toString();
  }

  /** The column as text. */
  public String text(int column) {
    String value = textOrNull(column);
    if (value == null) {
      throw new IllegalStateException("column " + column + " is NULL");
    }
    return value;
  }

  /** The column as a whole number. */
  public long number(int column) {
    Object value = values.get(column);
    if (value instanceof Long exact) {
      return exact;
    }
    return new BigDecimal(text(column)).longValueExact();
  }
}
