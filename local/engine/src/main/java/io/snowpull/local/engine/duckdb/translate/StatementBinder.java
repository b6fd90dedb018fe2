package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.duckdb.RelationSource.StoredTable;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.duckdb.TableColumn;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.StatementType;
import java.util.ArrayList;
import java.util.List;

/** The way in: one Snowflake statement becomes one DuckDB statement. */
public final class StatementBinder {

  /** How many rows of an array bind go to DuckDB at once. */
  private static final int ROWS_PER_STATEMENT = 1_000;

  private StatementBinder() {}

  /** Binds a query. */
  public static BoundStatement query(Query query, SqlContext context, boolean describeOnly) {
    Translation translation = new Translation(describeOnly);
    BoundQuery bound = new QueryBinder(new Binders(context, translation), null).bind(query);
    return select(bound.sql(), bound.columns(), translation);
  }

  /** Binds an expression as the one cell of a query. */
  public static BoundStatement expression(Expression expression, SqlContext context) {
    Translation translation = new Translation(false);
    Bound bound = new Binders(context, translation).expressions(Scope.empty()).bind(expression);
    return select(
        "SELECT " + bound.sql(),
        List.of(new Column("VALUE", bound.type(), bound.nullable())),
        translation);
  }

  /** Binds the filling of a new table: each column of the query is cast to the table's. */
  public static BoundStatement insertAll(
      PhysicalName table, List<Column> columns, Query query, SqlContext context) {
    Binders binders = new Binders(context, new Translation(false));
    StoredTable stored = new StoredTable(table, columns.stream().map(TableColumn::of).toList());
    return new InsertBinder(binders, new DmlBinder(binders)).bind(stored, query);
  }

  /** Binds a change of rows. */
  public static BoundStatement dml(
      DmlStatement statement, SqlContext context, boolean describeOnly) {
    return new DmlBinder(new Binders(context, new Translation(describeOnly))).bind(statement);
  }

  /** Binds one change of rows for each of the contexts, in as few statements as possible. */
  public static List<BoundStatement> batch(DmlStatement statement, List<SqlContext> contexts) {
    List<Expression> cells =
        statement instanceof DmlStatement.Insert insert ? InsertBinder.rowCells(insert) : List.of();
    if (cells.isEmpty()) {
      return contexts.stream().map(context -> dml(statement, context, false)).toList();
    }
    List<BoundStatement> bound = new ArrayList<>();
    for (int from = 0; from < contexts.size(); from += ROWS_PER_STATEMENT) {
      int to = Math.min(contexts.size(), from + ROWS_PER_STATEMENT);
      Binders binders = new Binders(contexts.get(from), Translation.ofBatch());
      bound.add(
          new InsertBinder(binders, new DmlBinder(binders))
              .bindBatch((DmlStatement.Insert) statement, cells, contexts.subList(from, to)));
    }
    return bound;
  }

  private static BoundStatement select(String sql, List<Column> columns, Translation translation) {
    return new BoundStatement(
        StatementType.SELECT,
        List.of(),
        sql,
        columns,
        translation.parameters(),
        translation.computed(),
        translation.binds(),
        null);
  }
}
