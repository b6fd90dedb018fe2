package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.duckdb.SqlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one statement's translation gathers on its way: aliases, parameters, computed relations. */
final class Translation {

  private final boolean describeOnly;
  private final boolean inline;
  private final List<SqlValue> parameters = new ArrayList<>();
  private final Map<Integer, Integer> parameterOfBind = new LinkedHashMap<>();
  private final Map<String, RelationSource.Computed> computed = new LinkedHashMap<>();
  private int aliases;
  private int binds;

  Translation(boolean describeOnly) {
    this(describeOnly, false);
  }

  private Translation(boolean describeOnly, boolean inline) {
    this.describeOnly = describeOnly;
    this.inline = inline;
  }

  /** For a statement that holds the bound values of many rows: they become constants of it. */
  static Translation ofBatch() {
    return new Translation(false, true);
  }

  /** An alias that occurs nowhere else in the statement. */
  String alias() {
    return "r" + aliases++;
  }

  boolean describeOnly() {
    return describeOnly;
  }

  /** The highest number of a bound value that the statement names. */
  int binds() {
    return binds;
  }

  List<SqlValue> parameters() {
    return parameters;
  }

  /** Relations to be stored as temporary tables, by name, while the statement runs. */
  Map<String, RelationSource.Computed> computed() {
    return computed;
  }

  /** The value bound to {@code index}; NULL text while only describing. */
  SqlValue bind(SqlContext context, int index) {
    binds = Math.max(binds, index);
    return describeOnly ? SqlValue.text(null) : context.bind(index);
  }

  /** The bound value as a parameter of the DuckDB statement. */
  Bound bindParameter(SqlContext context, int index) {
    SqlValue value = bind(context, index);
    if (value.value() == null) {
      return Bound.NULL;
    }
    if (inline) {
      return Constants.of(value);
    }
    int parameter =
        parameterOfBind.computeIfAbsent(
            index,
            unused -> {
              parameters.add(value);
              return parameters.size();
            });
    return Bound.notNull(
        "CAST($" + parameter + " AS " + PhysicalTypes.duckdb(value.type()) + ")", value.type());
  }

  /** The name of the temporary table that will hold the rows. */
  String materialize(RelationSource.Computed source) {
    String name = "sp_rows_" + computed.size();
    computed.put(name, source);
    return name;
  }
}
