package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a table's rows. */
public sealed interface DmlStatement extends Statement {
  /** The table whose rows change. */
  ObjectName table();

  /**
   * @param columns empty for all
   * @param source VALUES too; they may hold {@link Expression.DefaultValue}
   */
  record Insert(
      boolean overwrite, ObjectName table, List<Identifier> columns, Query source, String text)
      implements DmlStatement {}

  record Update(
      ObjectName table,
      @Nullable Identifier alias,
      List<Assignment> assignments,
      List<Relation> from,
      @Nullable Expression where,
      String text)
      implements DmlStatement {}

  record Delete(
      ObjectName table,
      @Nullable Identifier alias,
      List<Relation> using,
      @Nullable Expression where,
      String text)
      implements DmlStatement {}

  record Merge(
      ObjectName table,
      @Nullable Identifier alias,
      Relation source,
      Expression on,
      List<MergeClause> clauses,
      String text)
      implements DmlStatement {}

  record Truncate(boolean ifExists, ObjectName table, String text) implements DmlStatement {}

  /** {@code [t.]column = value}. */
  record Assignment(Expression.ColumnRef column, Expression value) {}

  /** {@code WHEN [NOT] MATCHED [AND condition] THEN action}. */
  record MergeClause(boolean matched, @Nullable Expression condition, MergeAction action) {}

  /** What a WHEN clause does. */
  sealed interface MergeAction {
    record Update(List<Assignment> assignments) implements MergeAction {}

    /** {@code UPDATE ALL BY NAME}. */
    record UpdateAllByName() implements MergeAction {}

    record Delete() implements MergeAction {}

    /**
     * @param columns empty for all
     */
    record Insert(List<Identifier> columns, List<Expression> values) implements MergeAction {}

    /** {@code INSERT ALL BY NAME}. */
    record InsertAllByName() implements MergeAction {}
  }
}
