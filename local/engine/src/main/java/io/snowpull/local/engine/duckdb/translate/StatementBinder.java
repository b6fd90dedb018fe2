package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;

/** The way in: one Snowflake statement becomes one DuckDB statement. */
public final class StatementBinder {

  private StatementBinder() {}

  /** Binds a query. */
  public static BoundStatement query(Query query, SqlContext context, boolean describeOnly) {
    throw SnowflakeException.unsupported("queries");
  }

  /** Binds an expression as the one cell of a query. */
  public static BoundStatement expression(Expression expression, SqlContext context) {
    throw SnowflakeException.unsupported("expressions");
  }

  /** Binds the filling of a new table: each column of the query is cast to the table's. */
  public static BoundStatement insertAll(
      PhysicalName table, List<Column> columns, Query query, SqlContext context) {
    throw SnowflakeException.unsupported("queries");
  }

  /** Binds a change of rows. */
  public static BoundStatement dml(
      DmlStatement statement, SqlContext context, boolean describeOnly) {
    throw SnowflakeException.unsupported("changes");
  }
}
