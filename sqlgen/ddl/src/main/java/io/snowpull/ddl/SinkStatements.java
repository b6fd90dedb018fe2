package io.snowpull.ddl;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Statements for the table that holds the rows of one resource and the view that flattens them.
 *
 * <p>The table's columns are {@code ID}, {@code RAW}, then what merging needs: {@code UPDATED_AT}
 * and {@code CONTENT_HASH} of the version held, and {@code INGESTED_AT}; then {@code DELETED_AT}
 * and {@code DELETED_REASON} of a row that is gone at the source. All times are in UTC.
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

  /** Makes the table, or gives one of an earlier version the columns that it lacks. */
  public List<String> createTable() {
    return List.of(
        rendering.statement(
            "CREATE TABLE IF NOT EXISTS {0} ({1} NUMBER(38, 0) NOT NULL, {2} VARIANT,"
                + " {3} TIMESTAMP_NTZ, {4} VARCHAR, {5} TIMESTAMP_NTZ, {6} TIMESTAMP_NTZ,"
                + " {7} VARCHAR)",
            Rendering.name(table),
            SinkColumns.ID,
            SinkColumns.RAW,
            SinkColumns.UPDATED_AT,
            SinkColumns.CONTENT_HASH,
            SinkColumns.INGESTED_AT,
            SinkColumns.DELETED_AT,
            SinkColumns.DELETED_REASON),
        rendering.statement(
            "ALTER TABLE {0} ADD COLUMN IF NOT EXISTS {1} TIMESTAMP_NTZ",
            Rendering.name(table), SinkColumns.DELETED_AT),
        rendering.statement(
            "ALTER TABLE {0} ADD COLUMN IF NOT EXISTS {1} VARCHAR",
            Rendering.name(table), SinkColumns.DELETED_REASON));
  }

  /** The columns asked for, then those that say whether the row is gone. */
  public String createView(List<FlattenedColumn> columns) {
    List<QueryPart> selected =
        Stream.concat(
                columns.stream().map(column -> select(SinkColumns.RAW, column)),
                Stream.of(SinkColumns.DELETED_AT, SinkColumns.DELETED_REASON))
            .toList();
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

  /** Takes away the view and the table with its rows. */
  public List<String> drop() {
    return List.of(
        rendering.statement("DROP VIEW IF EXISTS {0}", Rendering.name(view)),
        rendering.statement("DROP TABLE IF EXISTS {0}", Rendering.name(table)));
  }

  /** The column of a view, out of the VARIANT that it is in. */
  static QueryPart select(QueryPart variant, FlattenedColumn column) {
    QueryPart value = variant;
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
