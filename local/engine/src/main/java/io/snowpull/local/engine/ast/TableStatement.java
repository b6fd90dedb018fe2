package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables and views. */
public sealed interface TableStatement extends Statement {
  /**
   * @param columns empty when the source gives them
   * @param source null for a table that is only described
   * @param options COMMENT and whatever else was given as NAME = value; COPY GRANTS is the option
   *     COPY_GRANTS = TRUE
   */
  record CreateTable(
      CreateMode mode,
      Lifetime lifetime,
      ObjectName name,
      List<ColumnDefinition> columns,
      List<Constraint> constraints,
      List<Expression> clusterBy,
      Options options,
      @Nullable TableSource source,
      String text)
      implements TableStatement {}

  /** How long a table lives. SCOPED_TEMPORARY is Snowpark's, dropped with the session too. */
  enum Lifetime {
    PERMANENT,
    TRANSIENT,
    TEMPORARY,
    SCOPED_TEMPORARY
  }

  /** Where a new table's columns and rows come from. */
  sealed interface TableSource {
    record AsQuery(Query query, String queryText) implements TableSource {}

    record Like(ObjectName table) implements TableSource {}

    record CloneOf(ObjectName table) implements TableSource {}
  }

  /**
   * @param type null where a query gives it
   * @param constraints those written at the column
   */
  record ColumnDefinition(
      Identifier name,
      @Nullable TypeName type,
      boolean notNull,
      @Nullable Expression defaultValue,
      @Nullable String defaultText,
      @Nullable AutoIncrement autoIncrement,
      @Nullable String comment,
      @Nullable String collation,
      List<Constraint> constraints) {}

  /** AUTOINCREMENT or IDENTITY. */
  record AutoIncrement(long start, long step, boolean ordered) {}

  /**
   * A constraint; Snowflake enforces none of these.
   *
   * @param columns empty when it stands at its column
   * @param references null unless a foreign key
   */
  record Constraint(
      @Nullable Identifier name,
      ConstraintKind kind,
      List<Identifier> columns,
      @Nullable ObjectName references,
      List<Identifier> referencedColumns) {}

  enum ConstraintKind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY
  }

  record AlterTable(boolean ifExists, ObjectName name, TableAction action, String text)
      implements TableStatement {}

  /** What ALTER TABLE does. */
  sealed interface TableAction {
    record AddColumns(boolean ifNotExists, List<ColumnDefinition> columns) implements TableAction {}

    record DropColumns(boolean ifExists, List<Identifier> columns) implements TableAction {}

    record RenameTo(ObjectName name) implements TableAction {}

    record RenameColumn(Identifier from, Identifier to) implements TableAction {}

    record SwapWith(ObjectName table) implements TableAction {}

    record AlterColumns(List<ColumnChange> changes) implements TableAction {}

    record AddConstraint(Constraint constraint) implements TableAction {}

    /**
     * @param name null for DROP PRIMARY KEY
     */
    record DropConstraint(@Nullable Identifier name, boolean primaryKey) implements TableAction {}

    /** CLUSTER BY; empty for DROP CLUSTERING KEY. */
    record ClusterBy(List<Expression> expressions) implements TableAction {}

    record SetOptions(Options options) implements TableAction {}

    record UnsetOptions(List<String> names) implements TableAction {}
  }

  /** One change of ALTER COLUMN. */
  sealed interface ColumnChange {
    Identifier column();

    record SetType(Identifier column, TypeName type) implements ColumnChange {}

    record SetNotNull(Identifier column) implements ColumnChange {}

    record DropNotNull(Identifier column) implements ColumnChange {}

    record SetDefault(Identifier column, Expression value, String valueText)
        implements ColumnChange {}

    record DropDefault(Identifier column) implements ColumnChange {}

    /** Null for UNSET COMMENT. */
    record SetComment(Identifier column, @Nullable String comment) implements ColumnChange {}
  }

  /**
   * @param columns empty for the query's names
   * @param queryText the query as written, which GET_DDL returns
   */
  record CreateView(
      CreateMode mode,
      boolean secure,
      boolean temporary,
      boolean recursive,
      ObjectName name,
      List<ViewColumn> columns,
      boolean copyGrants,
      Options options,
      Query query,
      String queryText,
      String text)
      implements TableStatement {}

  record ViewColumn(Identifier name, @Nullable String comment) {}
}
