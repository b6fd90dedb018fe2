package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Expression.Lambda;
import io.snowpull.local.engine.ast.Expression.LambdaParameter;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions that take a function: FILTER, TRANSFORM and REDUCE over arrays.
 *
 * <p>Source:
 * https://docs.snowflake.com/en/user-guide/querying-semistructured#label-higher-order-functions
 */
final class LambdaFunctions {

  private final ExpressionBinder expressions;

  LambdaFunctions(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  Optional<Bound> bind(String name, FunctionCall call) {
    return switch (name) {
      case "FILTER" -> {
        BoundLambda lambda = lambda(name, call, 1, 1);
        String condition = lambda.body().operators().condition(lambda.bind());
        yield Optional.of(array("list_filter", call, lambda, condition));
      }
      case "TRANSFORM" -> {
        BoundLambda lambda = lambda(name, call, 1, 1);
        yield Optional.of(
            array(
                "list_transform", call, lambda, expressions.conversions().variant(lambda.bind())));
      }
      case "REDUCE" -> Optional.of(reduce(call));
      default -> Optional.empty();
    };
  }

  /** A lambda whose parameters are in scope. */
  private record BoundLambda(List<String> names, Expression expression, ExpressionBinder body) {
    Bound bind() {
      return body.bind(expression);
    }

    String header() {
      return "lambda " + String.join(", ", names) + ": ";
    }
  }

  private Bound array(String function, FunctionCall call, BoundLambda lambda, String body) {
    return Bound.of(
        "to_json(" + function + "(" + elements(call) + ", " + lambda.header() + body + "))",
        SnowflakeType.ARRAY);
  }

  private Bound reduce(FunctionCall call) {
    BoundLambda lambda = lambda("REDUCE", call, 2, 2);
    Bound start = expressions.bind(call.arguments().get(1).value());
    String body = expressions.conversions().variant(lambda.bind());
    return Bound.of(
        "list_reduce("
            + elements(call)
            + ", "
            + lambda.header()
            + body
            + ", "
            + expressions.conversions().variant(start)
            + ")",
        SnowflakeType.VARIANT);
  }

  private String elements(FunctionCall call) {
    Bound array = expressions.bind(call.arguments().get(0).value());
    return "json_extract("
        + expressions.conversions().cast(array, SnowflakeType.ARRAY).sql()
        + ", '$[*]')";
  }

  private BoundLambda lambda(String name, FunctionCall call, int position, int parameters) {
    if (call.arguments().size() != position + 1
        || !(call.arguments().get(position).value() instanceof Lambda lambda)
        || lambda.parameters().size() != parameters) {
      throw SnowflakeException.compilationError(
          name
              + " needs a lambda expression of "
              + parameters
              + " parameter(s) as its last argument.");
    }
    List<String> names = new ArrayList<>();
    List<BoundColumn> columns = new ArrayList<>();
    for (LambdaParameter parameter : lambda.parameters()) {
      String sqlName = expressions.binders().translation().alias();
      names.add(sqlName);
      Bound value = Bound.of(sqlName, SnowflakeType.VARIANT);
      TypeName type = parameter.type();
      columns.add(
          new BoundColumn(
              parameter.name().name(),
              type == null
                  ? value
                  : expressions.conversions().cast(value, PhysicalTypes.named(type))));
    }
    return new BoundLambda(
        names, lambda.body(), expressions.with(new BoundRelation(List.of(), columns)));
  }
}
