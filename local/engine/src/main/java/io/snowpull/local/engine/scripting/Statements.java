package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the SQL of a block and stores what it answers in the block's variables. */
final class Statements {
  private final Sql sql;
  private final Interpreter interpreter;

  Statements(Sql sql, Interpreter interpreter) {
    this.sql = sql;
    this.interpreter = interpreter;
  }

  /** ASYNC statements run at once: their effects are the same, only not side by side. */
  Result run(Statement statement, Scope scope) {
    if (statement instanceof QueryStatement query && !targets(query).isEmpty()) {
      return selectInto(query, scope);
    }
    if (statement instanceof RoutineStatement.Call call) {
      Result result = call(call, scope);
      if (call.into() != null) {
        set(call.into(), firstCell(result), scope);
      }
      return result;
    }
    if (statement instanceof RoutineStatement.ExecuteImmediate immediate) {
      return immediate(immediate, scope);
    }
    Result result = execute(statement, scope, List.of());
    if (result.type().changesRows()) {
      countRows(scope, result.changedRows());
    }
    return result;
  }

  private Result execute(Statement statement, Scope scope, List<Value> positional) {
    return interpreter.guarded(
        RaisedException.STATEMENT_ERROR,
        () ->
            sql.run(
                (Statement) new References(scope).inSql((Record) statement), scope, positional));
  }

  private static List<Identifier> targets(QueryStatement statement) {
    return statement.query().body() instanceof Query.Select select ? select.into() : List.of();
  }

  /** Source: https://docs.snowflake.com/en/sql-reference/constructs/into */
  private Result selectInto(QueryStatement statement, Scope scope) {
    Result result = execute(withoutTargets(statement), scope, List.of());
    List<@Nullable Object> row = onlyRow(result);
    into(targets(statement), result.columns(), row, scope);
    return result;
  }

  /** Snowflake's message; its number is not documented, so the code is the account's own. */
  private static List<@Nullable Object> onlyRow(Result result) {
    if (result.rowCount() != 1) {
      throw new SnowflakeException(
          "990003",
          "P0001",
          "A SELECT INTO statement expects exactly 1 returned row, but got "
              + result.rowCount()
              + ".");
    }
    return result.rows().iterator().next();
  }

  private static QueryStatement withoutTargets(QueryStatement statement) {
    Query query = statement.query();
    Query.Select s = (Query.Select) query.body();
    Query.Select body =
        new Query.Select(
            s.distinct(),
            s.top(),
            s.items(),
            List.of(),
            s.from(),
            s.where(),
            s.connectBy(),
            s.groupBy(),
            s.having(),
            s.qualify());
    return new QueryStatement(
        new Query(
            query.recursive(), query.with(), body, query.orderBy(), query.limit(), query.offset()),
        statement.text());
  }

  /** Stores a row's cells; NULLs if there is no row. */
  void into(
      List<Identifier> names,
      List<Column> columns,
      @Nullable List<@Nullable Object> row,
      Scope scope) {
    if (names.size() != columns.size()) {
      throw SnowflakeException.compilationError(
          "INTO names "
              + names.size()
              + " variables, but there are "
              + columns.size()
              + " columns.");
    }
    for (int i = 0; i < names.size(); i++) {
      set(names.get(i), new Value(columns.get(i).type(), row == null ? null : row.get(i)), scope);
    }
  }

  /** Assigns to a variable, in its declared type. */
  void set(Identifier name, Value value, Scope scope) {
    Slot.Variable variable = scope.require(name, Slot.Variable.class);
    SnowflakeType type = variable.type();
    Value converted = type == null ? value : sql.cast(value, type);
    scope.replace(name, new Slot.Variable(type, converted));
  }

  private Result call(RoutineStatement.Call call, Scope scope) {
    Optional<Slot> nested =
        call.name() instanceof ObjectName.Plain name && name.parts().size() == 1
            ? scope.find(name.last())
            : Optional.empty();
    if (nested.orElse(null) instanceof Slot.Procedure procedure) {
      return nested(procedure.declaration(), call, scope);
    }
    List<Expression.Argument> arguments =
        call.arguments().stream()
            .map(
                a ->
                    new Expression.Argument(
                        a.name(), new References(scope).inExpression(a.value())))
            .toList();
    return execute(
        new RoutineStatement.Call(call.name(), arguments, null, call.text()), scope, List.of());
  }

  /** A nested procedure sees its arguments and the block's procedures, not its variables. */
  private Result nested(
      Script.Declaration.Procedure procedure, RoutineStatement.Call call, Scope scope) {
    List<RoutineStatement.Parameter> parameters = procedure.parameters();
    if (call.arguments().size() != parameters.size()) {
      throw SnowflakeException.wrongArgumentCount(
          procedure.name().name(), Integer.toString(parameters.size()), call.arguments().size());
    }
    Scope inner = Scope.root();
    inner.declare(procedure.name(), new Slot.Procedure(procedure));
    for (int i = 0; i < parameters.size(); i++) {
      RoutineStatement.Parameter parameter = parameters.get(i);
      Value given = sql.evaluate(call.arguments().get(i).value(), scope);
      Value value = sql.cast(given, Sql.type(parameter.type()));
      inner.declare(parameter.name(), new Slot.Variable(value.type(), value));
    }
    Flow flow = interpreter.block(procedure.body(), inner);
    return flow instanceof Flow.Return returned
        ? returned.result()
        : Interpreter.value(Value.text(null));
  }

  private Result immediate(RoutineStatement.ExecuteImmediate node, Scope scope) {
    References references = new References(scope);
    Result result =
        execute(
            new RoutineStatement.ExecuteImmediate(
                references.inExpression(node.code()),
                node.using().stream().map(references::inExpression).toList(),
                null,
                node.text()),
            scope,
            List.of());
    if (result.type().changesRows()) {
      countRows(scope, result.changedRows());
    }
    if (node.into() != null) {
      set(node.into(), firstCell(result), scope);
    }
    return result;
  }

  /** The rows that a RESULTSET, a cursor or a query in parentheses stands for. */
  Result rows(Expression source, Scope scope) {
    if (source instanceof Expression.Subquery subquery) {
      return execute(new QueryStatement(subquery.query(), "(query)"), scope, List.of());
    }
    Identifier name = name(source);
    Slot slot = name == null ? null : scope.find(name).orElse(null);
    if (slot instanceof Slot.ResultSet set && set.result() != null) {
      return set.result();
    }
    if (slot instanceof Slot.Cursor cursor) {
      Result open = cursor.result();
      return open != null ? open : cursorRows(cursor, List.of(), scope);
    }
    throw SnowflakeException.compilationError(
        "Expected a cursor, a RESULTSET with rows, or a query in parentheses"
            + (name == null ? "." : ", not '" + name + "'."));
  }

  private static @Nullable Identifier name(Expression source) {
    if (source instanceof Expression.ColumnRef column && column.parts().size() == 1) {
      return column.last();
    }
    return source instanceof Expression.Variable variable ? variable.name() : null;
  }

  Result cursorRows(Slot.Cursor cursor, List<Value> using, Scope scope) {
    Result given = cursor.given();
    if (given != null) {
      return given;
    }
    Query query = cursor.query();
    if (query == null) {
      throw new IllegalStateException("a cursor has a query or rows");
    }
    return execute(new QueryStatement(query, "(query of a cursor)"), scope, using);
  }

  /** RETURN TABLE(..). */
  Result table(Script.ReturnTable node, Scope scope) {
    if (node.query() != null) {
      return execute(new QueryStatement(node.query(), "(query)"), scope, List.of());
    }
    Expression source = node.resultSet();
    if (source instanceof Expression.FunctionCall call
        && call.name().equals(ObjectName.plain("RESULTSET_FROM_CURSOR"))
        && call.arguments().size() == 1) {
      return rows(call.arguments().get(0).value(), scope);
    }
    if (source == null) {
      throw new IllegalStateException("RETURN TABLE has a query or a result set");
    }
    return rows(source, scope);
  }

  /** Source: https://docs.snowflake.com/en/developer-guide/snowflake-scripting/dml-status */
  void countRows(Scope scope, long rows) {
    Value count = new Value(SnowflakeType.INTEGER, BigDecimal.valueOf(rows));
    implicit(scope, "SQLROWCOUNT", count);
    implicit(scope, "SQLFOUND", new Value(SnowflakeType.BOOLEAN, rows > 0));
    implicit(scope, "SQLNOTFOUND", new Value(SnowflakeType.BOOLEAN, rows == 0));
  }

  private static void implicit(Scope scope, String name, Value value) {
    Identifier identifier = new Identifier(name);
    if (scope.find(identifier).isPresent()) {
      scope.replace(identifier, new Slot.Variable(value.type(), value));
    } else {
      scope.declare(identifier, new Slot.Variable(value.type(), value));
    }
  }

  static Value firstCell(Result result) {
    Iterator<List<@Nullable Object>> rows = result.rows().iterator();
    SnowflakeType type =
        result.columns().isEmpty() ? SnowflakeType.TEXT : result.columns().get(0).type();
    return new Value(
        type, rows.hasNext() && !result.columns().isEmpty() ? rows.next().get(0) : null);
  }
}
