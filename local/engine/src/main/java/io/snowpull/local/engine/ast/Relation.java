package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in FROM. */
public sealed interface Relation {
  /** {@code AS name (columns)}; the column list may be empty. */
  record Alias(Identifier name, List<Identifier> columns) {}

  /**
   * A table, view or common table.
   *
   * @param timeTravel null for the current state
   */
  record Table(ObjectName name, @Nullable TimeTravel timeTravel, @Nullable Alias alias)
      implements Relation {}

  /** {@code AT|BEFORE (kind => value)}; kind is TIMESTAMP, OFFSET, STATEMENT or STREAM. */
  record TimeTravel(boolean before, String kind, Expression value) {}

  record Derived(Query query, boolean lateral, @Nullable Alias alias) implements Relation {}

  /** {@code TABLE(f(..))}, {@code LATERAL FLATTEN(..)}, {@code FLATTEN(..)}. */
  record TableFunction(Expression.FunctionCall call, boolean lateral, @Nullable Alias alias)
      implements Relation {}

  /** {@code TABLE(:resultset)}, {@code TABLE($name)}, {@code TABLE(?)}. */
  record TableOf(Expression expression, @Nullable Alias alias) implements Relation {}

  record ValuesTable(List<List<Expression>> rows, @Nullable Alias alias) implements Relation {}

  /** {@code @stage/path (FILE_FORMAT => .., PATTERN => ..)}. */
  record StagedFiles(StageLocation location, Options options, @Nullable Alias alias)
      implements Relation {}

  /** {@code (a JOIN b ..) AS alias}, or parentheses alone. */
  record Parenthesized(Relation relation, @Nullable Alias alias) implements Relation {}

  /**
   * @param matchCondition only for ASOF
   */
  record Join(
      JoinKind kind,
      boolean natural,
      Relation left,
      Relation right,
      @Nullable Expression on,
      List<Identifier> using,
      @Nullable Expression matchCondition)
      implements Relation {}

  enum JoinKind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS,
    ASOF
  }

  /**
   * @param values empty for {@code IN (ANY)}, when there is no subquery
   */
  record Pivot(
      Relation source,
      List<Expression.Argument> aggregates,
      Identifier column,
      List<Expression.Renamed> values,
      @Nullable Query valueQuery,
      @Nullable Expression defaultValue,
      @Nullable Alias alias)
      implements Relation {}

  /** Renamings give the label of a column; where none was written both names are equal. */
  record Unpivot(
      Relation source,
      boolean includeNulls,
      Identifier valueColumn,
      Identifier nameColumn,
      List<Expression.Renaming> columns,
      @Nullable Alias alias)
      implements Relation {}

  /**
   * {@code SAMPLE [BERNOULLI|SYSTEM] (n [ROWS]) [SEED (s)]}.
   *
   * @param method BERNOULLI or SYSTEM
   */
  record Sample(
      Relation source, String method, Expression size, boolean rows, @Nullable Expression seed)
      implements Relation {}
}
