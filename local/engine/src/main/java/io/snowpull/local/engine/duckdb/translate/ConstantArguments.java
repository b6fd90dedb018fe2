package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.Argument;
import io.snowpull.local.engine.ast.Expression.UnaryOperator;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments whose value must be known before the statement runs. */
final class ConstantArguments {

  private final ExpressionBinder expressions;

  ConstantArguments(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  List<SqlValue> positional(List<Argument> arguments) {
    List<SqlValue> values = new ArrayList<>();
    for (Argument argument : arguments) {
      if (argument.name() == null) {
        values.add(value(argument.value()));
      }
    }
    return values;
  }

  Map<String, SqlValue> named(List<Argument> arguments) {
    Map<String, SqlValue> values = new LinkedHashMap<>();
    for (Argument argument : arguments) {
      Identifier name = argument.name();
      if (name != null) {
        values.put(name.name(), value(argument.value()));
      }
    }
    return values;
  }

  /** A constant that must be a whole number of at least zero; {@code what} is for the error. */
  long count(Expression expression, String what) {
    Object value = value(expression).value();
    try {
      long number = new BigDecimal(String.valueOf(value)).longValueExact();
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException | ArithmeticException noWholeNumber) {
      // The error below says it.
    }
    throw SnowflakeException.compilationError(
        what + " must be a constant whole number, not '" + value + "'.");
  }

  SqlValue value(@Nullable Expression expression) {
    if (expression instanceof Expression.TextLiteral text) {
      return SqlValue.text(text.value());
    } else if (expression instanceof Expression.NumberLiteral number) {
      return number(new BigDecimal(number.text()));
    } else if (expression instanceof Expression.BooleanLiteral flag) {
      return new SqlValue(SnowflakeType.BOOLEAN, flag.value());
    } else if (expression instanceof Expression.NullLiteral) {
      return SqlValue.text(null);
    } else if (expression instanceof Expression.Bind bind) {
      return expressions.binders().translation().bind(expressions.context(), bind.index());
    } else if (expression instanceof Expression.Variable variable) {
      return expressions.context().variable(variable.name());
    } else if (expression instanceof Expression.SessionVariable variable) {
      return expressions.context().sessionVariable(variable.name());
    } else if (expression instanceof Expression.Unary unary
        && unary.operator() == UnaryOperator.MINUS
        && value(unary.operand()).value() instanceof BigDecimal number) {
      return number(number.negate());
    } else if (expression instanceof Expression.Cast cast) {
      return cast(value(cast.value()), PhysicalTypes.named(cast.type()));
    } else if (expression instanceof Expression.FunctionCall
        || expression instanceof Expression.Binary) {
      return expressions.context().constant(expression);
    }
    throw SnowflakeException.compilationError("A constant value is required at this place.");
  }

  private static SqlValue cast(SqlValue value, SnowflakeType type) {
    Object raw = value.value();
    if (raw == null || value.type().getClass() == type.getClass()) {
      return new SqlValue(type, raw);
    } else if (type instanceof SnowflakeType.Text) {
      return SqlValue.text(raw.toString());
    } else if (type instanceof Number) {
      return number(new BigDecimal(raw.toString()));
    } else if (type instanceof SnowflakeType.Date) {
      return new SqlValue(type, LocalDate.parse(raw.toString()));
    } else if (type instanceof SnowflakeType.Timestamp) {
      return new SqlValue(
          SnowflakeType.TIMESTAMP_NTZ, LocalDateTime.parse(raw.toString().replace(' ', 'T')));
    }
    throw SnowflakeException.compilationError(
        "A constant value of type " + type.sql() + " is required at this place.");
  }

  private static SqlValue number(BigDecimal number) {
    int scale = Math.max(0, number.scale());
    return new SqlValue(new Number(SnowflakeType.MAX_PRECISION, scale), number.setScale(scale));
  }
}
