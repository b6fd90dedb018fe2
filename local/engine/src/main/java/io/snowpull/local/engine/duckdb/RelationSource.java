package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Rows;
import java.util.List;

/** What a name in FROM stands for. */
public sealed interface RelationSource {
  /** How the columns of staged files begin that say where a row is from; {@code $n} means none. */
  String METADATA = "METADATA$";

  /** A table that DuckDB stores. */
  record StoredTable(PhysicalName name, List<TableColumn> columns) implements RelationSource {
    public StoredTable {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A view: its query is bound in place.
   *
   * @param columns names and types as declared when the view was created; the query must give as
   *     many
   * @param context what the names inside the query mean: the view's own database, schema and owner
   */
  record View(List<Column> columns, Query query, SqlContext context) implements RelationSource {
    public View {
      columns = List.copyOf(columns);
    }
  }

  /** Rows that the account computes: INFORMATION_SCHEMA, table functions, RESULT_SCAN. */
  record Computed(List<Column> columns, Rows rows) implements RelationSource {
    public Computed {
      columns = List.copyOf(columns);
    }
  }
}
