package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Snowflake Scripting: the statements of a block.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference-snowflake-scripting">Snowflake
 *     Scripting reference</a>
 */
public sealed interface Script {
  /** A block that stands as a statement. */
  record Anonymous(Block block, String text) implements Statement {}

  /** A statement of a block with its place in the text that was parsed. */
  record Line(Position position, Script statement) implements Script {}

  record Block(
      List<Declaration> declarations,
      List<Script> statements,
      List<Handler> handlers,
      @Nullable Identifier label)
      implements Script {}

  /**
   * {@code WHEN a OR b THEN ..}; OTHER is a name like the others; CONTINUE if {@code continues}.
   */
  record Handler(List<Identifier> exceptions, boolean continues, List<Script> statements) {}

  /** In DECLARE, or after LET. */
  sealed interface Declaration {
    Identifier name();

    /**
     * @param type null if the value gives it
     * @param value null for NULL
     */
    record Value(Identifier name, @Nullable TypeName type, @Nullable Expression value)
        implements Declaration {}

    /** {@code c CURSOR FOR query | resultset}: one of query and resultset is null. */
    record Cursor(Identifier name, @Nullable Query query, @Nullable Expression resultSet)
        implements Declaration {}

    /** {@code rs RESULTSET [:= [ASYNC] (statement)]}. */
    record ResultSet(Identifier name, @Nullable Assigned source) implements Declaration {}

    /** {@code e EXCEPTION (-20001, 'text')}. */
    record ExceptionType(Identifier name, int number, String message) implements Declaration {}

    /** A nested procedure; called in the block only. */
    record Procedure(
        Identifier name,
        List<RoutineStatement.Parameter> parameters,
        RoutineStatement.ReturnType returns,
        Block body)
        implements Declaration {}
  }

  record Let(Declaration declaration) implements Script {}

  record Assign(Identifier name, Assigned value) implements Script {}

  /** The right side of := . */
  sealed interface Assigned {
    record Value(Expression expression) implements Assigned {}

    /** A statement in parentheses: the rows become a RESULTSET. */
    record Rows(Statement statement, boolean async) implements Assigned {}
  }

  /** Branches in order; the last one may be ELSE. */
  record If(List<Branch> branches, List<Script> otherwise) implements Script {}

  record Branch(Expression condition, List<Script> statements) {}

  /**
   * @param operand null for the searched form
   */
  record CaseOf(@Nullable Expression operand, List<Branch> branches, List<Script> otherwise)
      implements Script {}

  /** {@code FOR row IN cursor-or-resultset DO}. */
  record ForEach(
      Identifier row, Expression source, List<Script> statements, @Nullable Identifier label)
      implements Script {}

  /** {@code FOR i IN [REVERSE] a TO b DO}. */
  record ForRange(
      Identifier counter,
      boolean reverse,
      Expression start,
      Expression end,
      List<Script> statements,
      @Nullable Identifier label)
      implements Script {}

  record While(Expression condition, List<Script> statements, @Nullable Identifier label)
      implements Script {}

  record Repeat(List<Script> statements, Expression until, @Nullable Identifier label)
      implements Script {}

  record Loop(List<Script> statements, @Nullable Identifier label) implements Script {}

  record Break(@Nullable Identifier label) implements Script {}

  record Continue(@Nullable Identifier label) implements Script {}

  /**
   * @param value null for RETURN alone
   */
  record Return(@Nullable Expression value) implements Script {}

  /** {@code RETURN TABLE(rs)}: the rows of a RESULTSET or of a query. */
  record ReturnTable(@Nullable Expression resultSet, @Nullable Query query) implements Script {}

  /**
   * @param exception null to raise again what is being handled
   */
  record Raise(@Nullable Identifier exception) implements Script {}

  record Open(Identifier cursor, List<Expression> using) implements Script {}

  record Fetch(Identifier cursor, List<Identifier> into) implements Script {}

  record Close(Identifier cursor) implements Script {}

  record Await(@Nullable Identifier resultSet) implements Script {}

  record Nothing() implements Script {}

  /** A SQL statement among the others, whose {@code :name} are the block's variables. */
  record Sql(Statement statement, boolean async) implements Script {}
}
