package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs loops, and the statements on cursors. */
final class Loops {
  private final Sql sql;
  private final Interpreter interpreter;
  private final Statements statements;

  Loops(Sql sql, Interpreter interpreter, Statements statements) {
    this.sql = sql;
    this.interpreter = interpreter;
    this.statements = statements;
  }

  Flow run(Script statement, Scope scope) {
    if (statement instanceof Script.ForEach s) {
      return forEach(s, scope);
    }
    if (statement instanceof Script.ForRange s) {
      return forRange(s, scope);
    }
    if (statement instanceof Script.While s) {
      return loop(() -> sql.isTrue(s.condition(), scope), s.statements(), s.label(), scope);
    }
    if (statement instanceof Script.Repeat s) {
      return repeat(s, scope);
    }
    if (statement instanceof Script.Loop s) {
      return loop(() -> true, s.statements(), s.label(), scope);
    }
    cursor(statement, scope);
    return Flow.NEXT;
  }

  private Flow loop(
      BooleanSupplier goesOn, List<Script> body, @Nullable Identifier label, Scope scope) {
    while (goesOn.getAsBoolean()) {
      sql.checkCancelled();
      Flow end = round(body, label, scope);
      if (end != null) {
        return end;
      }
    }
    return Flow.NEXT;
  }

  private Flow repeat(Script.Repeat node, Scope scope) {
    do {
      sql.checkCancelled();
      Flow end = round(node.statements(), node.label(), scope);
      if (end != null) {
        return end;
      }
    } while (!sql.isTrue(node.until(), scope));
    return Flow.NEXT;
  }

  /** One round; null if the loop goes on, else where the block goes after the loop. */
  private @Nullable Flow round(List<Script> body, @Nullable Identifier label, Scope scope) {
    Flow flow = interpreter.all(body, scope);
    if (flow instanceof Flow.Next || (flow instanceof Flow.Continue c && c.repeats(label))) {
      return null;
    }
    return flow instanceof Flow.Break b && b.leaves(label) ? Flow.NEXT : flow;
  }

  private Flow forRange(Script.ForRange node, Scope scope) {
    long first = sql.integer(node.start(), scope);
    long last = sql.integer(node.end(), scope);
    for (long i = 0; i <= last - first; i++) {
      Scope inner = scope.inner();
      BigDecimal counter = BigDecimal.valueOf(node.reverse() ? last - i : first + i);
      Value value = new Value(SnowflakeType.INTEGER, counter);
      inner.declare(node.counter(), new Slot.Variable(SnowflakeType.INTEGER, value));
      Flow end = round(node.statements(), node.label(), inner);
      if (end != null) {
        return end;
      }
    }
    return Flow.NEXT;
  }

  private Flow forEach(Script.ForEach node, Scope scope) {
    Result rows = statements.rows(node.source(), scope);
    for (List<@Nullable Object> row : rows.rows()) {
      Scope inner = scope.inner();
      inner.declare(node.row(), new Slot.Row(rows.columns(), row));
      Flow end = round(node.statements(), node.label(), inner);
      if (end != null) {
        return end;
      }
    }
    return Flow.NEXT;
  }

  private void cursor(Script statement, Scope scope) {
    if (statement instanceof Script.Open s) {
      Slot.Cursor cursor = scope.require(s.cursor(), Slot.Cursor.class);
      List<Value> using = s.using().stream().map(u -> sql.evaluate(u, scope)).toList();
      cursor.open(statements.cursorRows(cursor, using, scope));
    } else if (statement instanceof Script.Fetch s) {
      fetch(s, scope);
    } else if (statement instanceof Script.Close s) {
      opened(s.cursor(), scope).close();
    } else if (!(statement instanceof Script.Await) && !(statement instanceof Script.Nothing)) {
      throw new IllegalStateException("no such statement in a block: " + statement.getClass());
    }
  }

  /** Past the last row the variables become NULL, as in Snowflake. */
  private void fetch(Script.Fetch node, Scope scope) {
    Slot.Cursor cursor = opened(node.cursor(), scope);
    Result result = cursor.result();
    var rows = cursor.rows();
    if (result == null || rows == null) {
      throw notOpen(node.cursor());
    }
    statements.into(node.into(), result.columns(), rows.hasNext() ? rows.next() : null, scope);
  }

  private static Slot.Cursor opened(Identifier name, Scope scope) {
    Slot.Cursor cursor = scope.require(name, Slot.Cursor.class);
    if (cursor.result() == null) {
      throw notOpen(name);
    }
    return cursor;
  }

  private static SnowflakeException notOpen(Identifier cursor) {
    return SnowflakeException.compilationError(
        "Cursor '" + cursor + "' is not open. OPEN it before FETCH and CLOSE.");
  }
}
