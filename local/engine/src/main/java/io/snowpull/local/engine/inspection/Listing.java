package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a SHOW or DESCRIBE under construction. */
public final class Listing {

  private static final SnowflakeType MOMENT =
      new SnowflakeType.Timestamp(SnowflakeType.Timestamp.Zone.LTZ, 3);

  private final List<Column> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private Listing(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * A listing with these columns, blanks between: {@code name@} is a time, {@code name#} a number.
   */
  public static Listing of(String columns) {
    return new Listing(Stream.of(columns.split(" ")).map(Listing::column).toList());
  }

  /** Adds a row; instants and whole numbers are converted, everything else is text. */
  public Listing add(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns);
    }
    List<@Nullable Object> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(converted(cell));
    }
    rows.add(row);
    return this;
  }

  public List<Column> columns() {
    return columns;
  }

  public List<List<@Nullable Object>> rows() {
    return rows;
  }

  /** The listing as a result. */
  public Result result(StatementType type) {
    return new Result(columns, Rows.of(rows), type);
  }

  /** The position of a column, -1 if there is none of that name. */
  int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /** The owner's name as listings show it; empty for objects without owner. */
  static String owner(CatalogObject object) {
    return object.owner().displayName();
  }

  /** ROLE or APPLICATION. */
  static String ownerType(CatalogObject object) {
    return object.owner() instanceof Principal.Application ? "APPLICATION" : "ROLE";
  }

  private static Column column(String spec) {
    if (spec.endsWith("@")) {
      return Column.of(spec.substring(0, spec.length() - 1), MOMENT);
    }
    return spec.endsWith("#")
        ? Column.of(spec.substring(0, spec.length() - 1), new SnowflakeType.Number(18, 0))
        : Column.text(spec.replace('~', ' '));
  }

  private static @Nullable Object converted(@Nullable Object cell) {
    if (cell instanceof Instant instant) {
      return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (cell instanceof Integer || cell instanceof Long) {
      return BigDecimal.valueOf(((Number) cell).longValue());
    }
    return cell;
  }
}
