package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Walks one block; the statements of each kind are in classes of their own. */
final class Interpreter {
  private static final int MOST_NESTED_BLOCKS = 100;

  private final Sql sql;
  private final Loops loops;
  private final Statements statements;
  private final Declarations declarations;
  private Position position = new Position(1, 0);
  private int depth;

  Interpreter(Sql sql) {
    this.sql = sql;
    this.statements = new Statements(sql, this);
    this.declarations = new Declarations(sql, this, statements);
    this.loops = new Loops(sql, this, statements);
  }

  /** The block's result; NULL if it ends without RETURN. */
  Result run(Script.Block block, Scope arguments) {
    statements.countRows(arguments, 0);
    try {
      Flow flow = block(block, arguments);
      return flow instanceof Flow.Return returned
          ? returned.result()
          : value(new Value(SnowflakeType.TEXT, null));
    } catch (RaisedException uncaught) {
      throw uncaught.uncaught();
    }
  }

  Flow block(Script.Block block, Scope outer) {
    Scope scope = outer.inner();
    if (++depth > MOST_NESTED_BLOCKS) {
      throw SnowflakeException.compilationError(
          "Blocks are nested more than " + MOST_NESTED_BLOCKS + " levels deep.");
    }
    try {
      block.declarations().forEach(d -> declarations.declare(d, scope));
      return all(block.statements(), scope);
    } catch (RaisedException raised) {
      Script.Handler handler = handler(block, raised);
      if (handler == null) {
        throw raised;
      }
      return handle(handler, raised, scope);
    } finally {
      depth--;
    }
  }

  private static Script.@Nullable Handler handler(Script.Block block, RaisedException raised) {
    return block.handlers().stream()
        .filter(h -> h.exceptions().stream().anyMatch(raised::matches))
        .findFirst()
        .orElse(null);
  }

  private Flow handle(Script.Handler handler, RaisedException raised, Scope block) {
    if (handler.continues()) {
      throw SnowflakeException.unsupported("CONTINUE handlers in scripting blocks");
    }
    Scope scope = block.inner();
    scope.handle(raised);
    Value code = new Value(SnowflakeType.INTEGER, new BigDecimal(raised.code()));
    variable(scope, "SQLCODE", code);
    variable(scope, "SQLERRM", Value.text(raised.message()));
    variable(scope, "SQLSTATE", Value.text(raised.sqlState()));
    return all(handler.statements(), scope);
  }

  static void variable(Scope scope, String name, Value value) {
    scope.declare(new Identifier(name), new Slot.Variable(value.type(), value));
  }

  /** Runs statements until one of them goes somewhere else. */
  Flow all(List<Script> list, Scope scope) {
    for (Script statement : list) {
      Flow flow = one(statement, scope);
      if (!(flow instanceof Flow.Next)) {
        return flow;
      }
    }
    return Flow.NEXT;
  }

  private Flow one(Script statement, Scope scope) {
    if (!(statement instanceof Script.Line line)) {
      return dispatch(statement, scope);
    }
    sql.checkCancelled();
    position = line.position();
    return guarded(RaisedException.EXPRESSION_ERROR, () -> dispatch(line.statement(), scope));
  }

  /** Gives an error of the account its type and place, unless it has them already. */
  <T> T guarded(Identifier type, Supplier<T> work) {
    Position here = position;
    try {
      return work.get();
    } catch (SnowflakeException error) {
      if (sql.isCancelled()) {
        throw error;
      }
      throw RaisedException.of(error, type, here);
    }
  }

  private Flow dispatch(Script statement, Scope scope) {
    if (statement instanceof Script.Sql s) {
      statements.run(s.statement(), scope);
      return Flow.NEXT;
    }
    if (statement instanceof Script.Block s) {
      return block(s, scope);
    }
    if (statement instanceof Script.Let s) {
      declarations.declare(s.declaration(), scope);
      return Flow.NEXT;
    }
    if (statement instanceof Script.Assign s) {
      declarations.assign(s, scope);
      return Flow.NEXT;
    }
    if (statement instanceof Script.If s) {
      return branch(s.branches(), s.otherwise(), scope);
    }
    if (statement instanceof Script.CaseOf s) {
      return caseOf(s, scope);
    }
    return transfer(statement, scope);
  }

  private Flow transfer(Script statement, Scope scope) {
    if (statement instanceof Script.Return s) {
      return new Flow.Return(
          value(
              s.value() == null
                  ? new Value(SnowflakeType.TEXT, null)
                  : sql.evaluate(s.value(), scope)));
    }
    if (statement instanceof Script.ReturnTable s) {
      return new Flow.Return(statements.table(s, scope));
    }
    if (statement instanceof Script.Raise s) {
      throw raise(s, scope);
    }
    if (statement instanceof Script.Break s) {
      return new Flow.Break(s.label());
    }
    if (statement instanceof Script.Continue s) {
      return new Flow.Continue(s.label());
    }
    return loops.run(statement, scope);
  }

  private RaisedException raise(Script.Raise raise, Scope scope) {
    if (raise.exception() != null) {
      return RaisedException.declared(
          raise.exception(), scope.require(raise.exception(), Slot.ExceptionType.class), position);
    }
    RaisedException handled = scope.handling();
    if (handled == null) {
      throw SnowflakeException.compilationError(
          "RAISE without a name is for exception handlers only.");
    }
    return handled;
  }

  private Flow branch(List<Script.Branch> branches, List<Script> otherwise, Scope scope) {
    for (Script.Branch branch : branches) {
      if (sql.isTrue(branch.condition(), scope)) {
        return all(branch.statements(), scope);
      }
    }
    return all(otherwise, scope);
  }

  private Flow caseOf(Script.CaseOf node, Scope scope) {
    if (node.operand() == null) {
      return branch(node.branches(), node.otherwise(), scope);
    }
    Scope inner = scope.inner();
    Identifier operand = new Identifier("CASE OPERAND");
    Value value = sql.evaluate(node.operand(), scope);
    inner.declare(operand, new Slot.Variable(value.type(), value));
    for (Script.Branch branch : node.branches()) {
      Expression equal =
          new Expression.Binary(
              Expression.BinaryOperator.EQUAL,
              new Expression.Variable(operand),
              branch.condition());
      if (sql.isTrue(equal, inner)) {
        return all(branch.statements(), scope);
      }
    }
    return all(node.otherwise(), scope);
  }

  static Result value(Value value) {
    return Result.of(
        StatementType.SELECT,
        List.of(Column.of("anonymous block", value.type())),
        List.of(Rows.row(value.content())));
  }
}
