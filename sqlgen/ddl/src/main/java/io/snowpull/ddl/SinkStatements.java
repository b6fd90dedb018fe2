package io.snowpull.ddl;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Statements for the table that holds the rows of one resource and the view that flattens them.
 *
 * <p>The table's columns are {@code ID}, {@code RAW}, then what merging needs: {@code UPDATED_AT}
 * and {@code CONTENT_HASH} of the version held, and {@code INGESTED_AT}, all times in UTC.
 */
public final class SinkStatements {
  private final Rendering rendering = new Rendering();
  private final List<String> table;
  private final List<String> view;

  /**
   * @param table full name of the table, database first
   * @param view full name of the view, database first
   */
  public SinkStatements(List<String> table, List<String> view) {
    this.table = List.copyOf(table);
    this.view = List.copyOf(view);
  }

  public String createTable() {
    return rendering.statement(
        "CREATE TABLE IF NOT EXISTS {0} ({1} NUMBER(38, 0) NOT NULL, {2} VARIANT,"
            + " {3} TIMESTAMP_NTZ, {4} VARCHAR, {5} TIMESTAMP_NTZ)",
        Rendering.name(table),
        SinkColumns.ID,
        SinkColumns.RAW,
        SinkColumns.UPDATED_AT,
        SinkColumns.CONTENT_HASH,
        SinkColumns.INGESTED_AT);
  }

  public String createView(List<FlattenedColumn> columns) {
    List<QueryPart> selected = columns.stream().map(SinkStatements::select).toList();
    return rendering.statement(
        "CREATE OR REPLACE VIEW {0} AS SELECT {1} FROM {2}",
        Rendering.name(view), DSL.list(selected), Rendering.name(table));
  }

  /** Lets the application roles read table and view. */
  public List<String> grantSelect(List<String> applicationRoles) {
    return applicationRoles.stream()
        .flatMap(
            role ->
                Stream.of(
                    rendering.statement(
                        "GRANT SELECT ON TABLE {0} TO APPLICATION ROLE {1}",
                        Rendering.name(table), Rendering.name(role)),
                    rendering.statement(
                        "GRANT SELECT ON VIEW {0} TO APPLICATION ROLE {1}",
                        Rendering.name(view), Rendering.name(role))))
        .toList();
  }

  private static QueryPart select(FlattenedColumn column) {
    QueryPart value = SinkColumns.RAW;
    for (String step : column.path()) {
      value = Variants.get(value, step);
    }
    QueryPart typed =
        switch (column.type()) {
          case VARIANT -> value;
          case PRESENCE -> DSL.sql("({0} IS NOT NULL)", value);
          case NUMBER, VARCHAR, BOOLEAN, TIMESTAMP_NTZ ->
              DSL.sql("CAST({0} AS {1})", value, DSL.keyword(column.type().sql()));
        };
    return DSL.sql("{0} AS {1}", typed, Rendering.name(column.name()));
  }
}
