package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds a call: special function, function table, or the session's own. */
final class CallBinder {

  private final ExpressionBinder expressions;

  CallBinder(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  Bound bind(FunctionCall call) {
    ObjectName.Plain plain = expressions.context().name(call.name());
    if (plain.parts().size() > 1) {
      throw SnowflakeException.unknownFunction(plain.toString());
    }
    String name = plain.last().name();
    Optional<Bound> special = new SpecialFunctions(expressions, this).bind(name, call);
    if (special.isPresent()) {
      return special.get();
    }
    if (FunctionTable.table().has(name)) {
      return fromTable(name, call, arguments(call));
    }
    return session(name, call);
  }

  /** Binds the call as that row of the function table which fits the arguments. */
  Bound fromTable(String name, FunctionCall call, List<Bound> arguments) {
    Signature signature = FunctionTable.table().choose(name, arguments);
    if (signature.kind() == Signature.Kind.SCALAR && (call.over() != null || call.distinct())) {
      throw SnowflakeException.compilationError(
          "Function " + name + " is no aggregate or window function.");
    }
    if (signature.kind() == Signature.Kind.WINDOW && call.over() == null) {
      throw SnowflakeException.compilationError(
          "Window function [" + name + "] requires an OVER clause.");
    }
    CallMarks marks =
        signature.kind() == Signature.Kind.SCALAR
            ? CallMarks.NONE
            : CallMarks.of(call, expressions);
    return signature.apply(arguments, expressions.conversions(), marks);
  }

  List<Bound> arguments(FunctionCall call) {
    List<Bound> arguments = new ArrayList<>();
    for (Expression.Argument argument : call.arguments()) {
      if (argument.name() != null) {
        throw SnowflakeException.unsupported("the named argument " + argument.name() + " =>");
      }
      arguments.add(expressions.bind(argument.value()));
    }
    return arguments;
  }

  private Bound session(String name, FunctionCall call) {
    List<SqlValue> arguments;
    try {
      arguments = new ConstantArguments(expressions).positional(call.arguments());
    } catch (SnowflakeException notConstant) {
      throw SnowflakeException.unknownFunction(name);
    }
    return expressions
        .context()
        .sessionFunction(name, arguments)
        .map(
            value ->
                value.value() == null
                    ? expressions.conversions().cast(Bound.NULL, value.type())
                    : Constants.of(value))
        .orElseThrow(() -> SnowflakeException.unknownFunction(name));
  }
}
