package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.result.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A query as DuckDB SQL; its columns are called c0, c1, ... there, whatever they are called in
 * Snowflake, because DuckDB cannot tell "a" from "A".
 */
record BoundQuery(String sql, List<Column> columns) {

  BoundQuery {
    columns = List.copyOf(columns);
  }

  static String column(int index) {
    return "c" + index;
  }

  /** The query's columns as a relation that DuckDB knows as {@code alias}. */
  BoundRelation as(String alias, List<Identifier> path, List<Identifier> names) {
    List<BoundColumn> bound = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      bound.add(
          new BoundColumn(
              i < names.size() ? names.get(i).name() : column.name(),
              new Bound(
                  alias + "." + column(i), column.type(), column.nullable(), Bound.Form.VALUE)));
    }
    return new BoundRelation(path, bound);
  }
}
