package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.duckdb.translate.BoundStatement;
import io.snowpull.local.engine.duckdb.translate.PhysicalTypes;
import io.snowpull.local.engine.duckdb.translate.StatementBinder;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Creates, changes and drops what DuckDB stores for tables and sequences, in the connection's
 * current transaction. Whether the Snowflake object exists is for the catalog to know.
 */
public final class PhysicalTables {

  private final StatementRunner runner;

  PhysicalTables(StatementRunner runner) {
    this.runner = runner;
  }

  /** Creates the DuckDB schema of {@link PhysicalName#schemaName}; no harm if it is there. */
  public void createSchema(String schema) {
    runner.ddl("CREATE SCHEMA IF NOT EXISTS " + PhysicalName.quote(schema));
  }

  /** Drops the schema with everything in it. */
  public void dropSchema(String schema) {
    runner.ddl("DROP SCHEMA IF EXISTS " + PhysicalName.quote(schema) + " CASCADE");
  }

  /** Creates an empty table, in place of one of the same name. */
  public void createTable(PhysicalName name, List<Column> columns) {
    runner.ddl(
        "CREATE OR REPLACE TABLE "
            + name.sql()
            + columns.stream()
                .map(PhysicalTables::definition)
                .collect(Collectors.joining(", ", "(", ")")));
  }

  /**
   * Creates a table of these columns with the rows of a query of as many; returns how many rows.
   * The columns are those of {@link DatabaseConnection#describe}, or the declared ones.
   */
  public long createTableAs(
      PhysicalName name, List<Column> columns, Query query, SqlContext context) {
    createTable(name, columns);
    BoundStatement insert = StatementBinder.insertAll(name, columns, query, context);
    return runner.change(insert, context.lockTimeout()).changedRows();
  }

  /** Makes a copy of a stored table with its rows. */
  public void copyTable(PhysicalName from, PhysicalName to) {
    runner.ddl("CREATE OR REPLACE TABLE " + to.sql() + " AS FROM " + from.sql());
  }

  public void dropTable(PhysicalName name) {
    runner.ddl("DROP TABLE IF EXISTS " + name.sql());
  }

  /** Renames a table within its schema, or copies it into another. */
  public void renameTable(PhysicalName from, PhysicalName to) {
    if (from.schema().equals(to.schema())) {
      alter(from, "RENAME TO " + PhysicalName.quote(to.name()));
    } else {
      copyTable(from, to);
      dropTable(from);
    }
  }

  /** Adds a column that is NULL in the rows that are there. */
  public void addColumn(PhysicalName table, Column column) {
    alter(table, "ADD COLUMN " + definition(new Column(column.name(), column.type(), true)));
  }

  public void dropColumn(PhysicalName table, String column) {
    alter(table, "DROP COLUMN " + column(column));
  }

  public void renameColumn(PhysicalName table, String from, String to) {
    alter(table, "RENAME COLUMN " + column(from) + " TO " + column(to));
  }

  public void changeType(PhysicalName table, String column, SnowflakeType type) {
    alter(table, "ALTER COLUMN " + column(column) + " SET DATA TYPE " + PhysicalTypes.duckdb(type));
  }

  public void changeNullable(PhysicalName table, String column, boolean nullable) {
    alter(table, "ALTER COLUMN " + column(column) + (nullable ? " DROP" : " SET") + " NOT NULL");
  }

  /** Creates a sequence, in place of one of the same name. */
  public void createSequence(PhysicalName name, long start, long step) {
    runner.ddl(
        "CREATE OR REPLACE SEQUENCE "
            + name.sql()
            + " INCREMENT BY "
            + step
            + (step < 0
                ? " MINVALUE -9223372036854775808 MAXVALUE " + Math.max(start, 0)
                : " MINVALUE " + Math.min(start, 1))
            + " START WITH "
            + start);
  }

  public void dropSequence(PhysicalName name) {
    runner.ddl("DROP SEQUENCE IF EXISTS " + name.sql());
  }

  private void alter(PhysicalName table, String change) {
    runner.ddl("ALTER TABLE " + table.sql() + " " + change);
  }

  private static String definition(Column column) {
    return column(column.name())
        + " "
        + PhysicalTypes.duckdb(column.type())
        + (column.nullable() ? "" : " NOT NULL");
  }

  private static String column(String name) {
    return PhysicalName.quote(PhysicalName.encode(name));
  }
}
