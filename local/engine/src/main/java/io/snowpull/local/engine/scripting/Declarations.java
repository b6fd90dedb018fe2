package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.ast.Script.Declaration;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;

/** Declares names and assigns to them. */
final class Declarations {
  private final Sql sql;
  private final Interpreter interpreter;
  private final Statements statements;

  Declarations(Sql sql, Interpreter interpreter, Statements statements) {
    this.sql = sql;
    this.interpreter = interpreter;
    this.statements = statements;
  }

  void declare(Declaration declaration, Scope scope) {
    Slot slot =
        interpreter.guarded(RaisedException.EXPRESSION_ERROR, () -> slot(declaration, scope));
    scope.declare(declaration.name(), slot);
  }

  private Slot slot(Declaration declaration, Scope scope) {
    if (declaration instanceof Declaration.Value d) {
      return variable(d, scope);
    }
    if (declaration instanceof Declaration.Cursor d) {
      return d.resultSet() == null
          ? new Slot.Cursor(d.query(), null)
          : new Slot.Cursor(null, statements.rows(d.resultSet(), scope));
    }
    if (declaration instanceof Declaration.ResultSet d) {
      return new Slot.ResultSet(d.source() == null ? null : rows(d.source(), scope));
    }
    if (declaration instanceof Declaration.ExceptionType d) {
      return new Slot.ExceptionType(d.number(), d.message());
    }
    return new Slot.Procedure((Declaration.Procedure) declaration);
  }

  private Slot variable(Declaration.Value node, Scope scope) {
    Value value = node.value() == null ? null : sql.evaluate(node.value(), scope);
    if (node.type() == null) {
      return new Slot.Variable(null, value == null ? Value.text(null) : value);
    }
    SnowflakeType type = Sql.type(node.type());
    return new Slot.Variable(type, value == null ? new Value(type, null) : sql.cast(value, type));
  }

  void assign(Script.Assign node, Scope scope) {
    Identifier name = node.name();
    if (scope.find(name).orElse(null) instanceof Slot.ResultSet) {
      scope.replace(name, new Slot.ResultSet(rows(node.value(), scope)));
      return;
    }
    scope.require(name, Slot.Variable.class);
    statements.set(name, value(node.value(), scope), scope);
  }

  private Value value(Script.Assigned assigned, Scope scope) {
    if (assigned instanceof Script.Assigned.Value value) {
      return sql.evaluate(value.expression(), scope);
    }
    return Statements.firstCell(rows(assigned, scope));
  }

  private Result rows(Script.Assigned assigned, Scope scope) {
    if (assigned instanceof Script.Assigned.Rows rows) {
      return statements.run(rows.statement(), scope);
    }
    Expression expression = ((Script.Assigned.Value) assigned).expression();
    return statements.rows(expression, scope);
  }
}
