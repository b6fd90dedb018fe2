package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.execution.Binds;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.TypeNames;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The block's way to the account: runs its statements and computes its expressions. */
final class Sql {
  private final Execution execution;

  Sql(Execution execution) {
    this.execution = execution;
  }

  /** Called between statements, so that a loop without SQL can be cancelled too. */
  void checkCancelled() {
    execution.cancellation().check();
  }

  boolean isCancelled() {
    return execution.cancellation().reason() != null;
  }

  Result run(Statement statement, Scope scope, List<Value> positional) {
    return execution.with(new Binds(positional, scope.values())).run(statement);
  }

  /** An expression of the block, in which plain names are variables too. */
  Value evaluate(Expression expression, Scope scope) {
    Expression marked = new References(scope).inExpression(expression);
    Map<Identifier, Value> values = scope.values();
    if (marked instanceof Expression.Variable variable && values.containsKey(variable.name())) {
      return values.get(variable.name());
    }
    return execution.with(new Binds(List.of(), values)).evaluate(marked);
  }

  /** The value in another type, as SQL casts it. */
  Value cast(Value value, SnowflakeType type) {
    if (value.content() == null || holds(type, value.type())) {
      return new Value(type, value.content());
    }
    Expression cast =
        new Expression.Cast(new Expression.Bind(1), SnowflakeParser.parseType(type.sql()), false);
    return new Value(type, execution.with(Binds.of(List.of(value))).evaluate(cast).content());
  }

  /** Whether every value of the other type is one of this type as it is. */
  private static boolean holds(SnowflakeType type, SnowflakeType other) {
    if (type instanceof SnowflakeType.Text text && other instanceof SnowflakeType.Text shorter) {
      return text.length() >= shorter.length();
    }
    return type.equals(other);
  }

  static SnowflakeType type(TypeName name) {
    return TypeNames.find(name.name(), name.arguments())
        .orElseThrow(
            () ->
                SnowflakeException.compilationError(
                    "Unsupported data type '" + name.name() + "'."));
  }

  /** NULL counts as false. */
  boolean isTrue(Expression condition, Scope scope) {
    return Boolean.TRUE.equals(cast(evaluate(condition, scope), SnowflakeType.BOOLEAN).content());
  }

  long integer(Expression expression, Scope scope) {
    Object content = cast(evaluate(expression, scope), SnowflakeType.INTEGER).content();
    if (content instanceof BigDecimal number) {
      return number.longValueExact();
    }
    throw SnowflakeException.compilationError("A bound of a FOR loop must not be NULL.");
  }
}
