package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.BinaryOperator;
import io.snowpull.local.engine.ast.Expression.Matching;
import io.snowpull.local.engine.ast.Expression.Quantifier;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions beyond the comparison operators. */
final class PredicateBinder {

  private final ExpressionBinder expressions;

  PredicateBinder(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  /** Binds the expression if it is such a condition. */
  Optional<Bound> bind(Expression expression) {
    if (expression instanceof Expression.IsNull test) {
      String sql =
          "("
              + expressions.bind(test.value()).sql()
              + " IS "
              + (test.negated() ? "NOT " : "")
              + "NULL)";
      return Optional.of(Bound.notNull(sql, SnowflakeType.BOOLEAN));
    } else if (expression instanceof Expression.IsBoolean test) {
      String sql =
          "("
              + expressions.condition(test.value())
              + " IS "
              + (test.negated() ? "NOT " : "")
              + (test.expected() ? "TRUE" : "FALSE")
              + ")";
      return Optional.of(Bound.notNull(sql, SnowflakeType.BOOLEAN));
    } else if (expression instanceof Expression.IsDistinctFrom test) {
      String operator = test.negated() ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
      return Optional.of(
          expressions
              .operators()
              .compare(operator, expressions.bind(test.left()), expressions.bind(test.right())));
    } else if (expression instanceof Expression.Between test) {
      return Optional.of(between(test));
    } else if (expression instanceof Expression.InList test) {
      return Optional.of(in(test));
    } else if (expression instanceof Expression.InQuery test) {
      return Optional.of(in(test));
    } else if (expression instanceof Expression.Like test) {
      return Optional.of(like(test));
    } else if (expression instanceof Expression.QuantifiedComparison test) {
      return Optional.of(quantified(test));
    } else if (expression instanceof Expression.Exists test) {
      String sql = expressions.binders().queries(expressions.scope()).bind(test.query()).sql();
      return Optional.of(Bound.notNull("EXISTS (" + sql + ")", SnowflakeType.BOOLEAN));
    }
    return Optional.empty();
  }

  private Bound between(Expression.Between test) {
    Bound value = expressions.bind(test.value());
    Bound low = expressions.operators().compare(">=", value, expressions.bind(test.low()));
    Bound high = expressions.operators().compare("<=", value, expressions.bind(test.high()));
    return condition(low.sql() + " AND " + high.sql(), test.negated());
  }

  private Bound in(Expression.InList test) {
    List<String> parts = new ArrayList<>();
    if (test.value() instanceof Expression.Tuple) {
      for (Expression candidate : test.candidates()) {
        parts.add(
            expressions
                .bind(new Expression.Binary(BinaryOperator.EQUAL, test.value(), candidate))
                .sql());
      }
      return condition(String.join(" OR ", parts), test.negated());
    }
    Bound value = expressions.bind(test.value());
    List<Bound> candidates = expressions.bindAll(test.candidates());
    boolean alike =
        candidates.stream()
            .allMatch(c -> !c.isNull() && c.type().getClass() == value.type().getClass());
    if (alike) {
      candidates.forEach(candidate -> parts.add(candidate.sql()));
      return condition(value.sql() + " IN (" + String.join(", ", parts) + ")", test.negated());
    }
    candidates.forEach(
        candidate -> parts.add(expressions.operators().compare("=", value, candidate).sql()));
    return condition(String.join(" OR ", parts), test.negated());
  }

  private Bound in(Expression.InQuery test) {
    BoundQuery query = expressions.binders().queries(expressions.scope()).bind(test.query());
    List<Expression> values =
        test.value() instanceof Expression.Tuple tuple ? tuple.values() : List.of(test.value());
    if (values.size() != query.columns().size()) {
      throw SnowflakeException.compilationError(
          "Invalid number of columns in the subquery of IN: %d instead of %d."
              .formatted(query.columns().size(), values.size()));
    }
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Bound column = Bound.of(BoundQuery.column(i), query.columns().get(i).type());
      List<Bound> both =
          expressions.operators().comparable(expressions.bind(values.get(i)), column);
      left.add(both.get(0).sql());
      right.add(both.get(1).sql());
    }
    String from = "(SELECT " + String.join(", ", right) + " FROM (" + query.sql() + "))";
    String value = left.size() == 1 ? left.get(0) : "(" + String.join(", ", left) + ")";
    return condition(value + " IN " + from, test.negated());
  }

  private Bound like(Expression.Like test) {
    Bound value = expressions.bind(test.value());
    String text = expressions.conversions().text(value);
    Expression escape = test.escape();
    String suffix =
        escape == null ? "" : " ESCAPE " + expressions.conversions().text(expressions.bind(escape));
    List<String> parts = new ArrayList<>();
    for (Expression pattern : test.patterns()) {
      String sql = expressions.conversions().text(expressions.bind(pattern));
      parts.add(
          test.matching() == Matching.RLIKE
              ? "sf_regexp_like(" + text + ", " + sql + ", 'c')"
              : "(" + text + " " + test.matching() + " " + sql + suffix + ")");
    }
    String joiner = test.quantifier() == Quantifier.ALL ? " AND " : " OR ";
    return condition(String.join(joiner, parts), test.negated());
  }

  private Bound quantified(Expression.QuantifiedComparison test) {
    Query query = test.query();
    if (test.operator() == BinaryOperator.EQUAL && test.quantifier() == Quantifier.ANY) {
      return in(new Expression.InQuery(test.value(), query, false));
    }
    if (test.operator() == BinaryOperator.NOT_EQUAL && test.quantifier() == Quantifier.ALL) {
      return in(new Expression.InQuery(test.value(), query, true));
    }
    BoundQuery bound = expressions.binders().queries(expressions.scope()).bind(query);
    Bound column = Bound.of(BoundQuery.column(0), bound.columns().get(0).type());
    List<Bound> both = expressions.operators().comparable(expressions.bind(test.value()), column);
    return condition(
        both.get(0).sql()
            + " "
            + test.operator().sql()
            + " "
            + test.quantifier()
            + " (SELECT "
            + both.get(1).sql()
            + " FROM ("
            + bound.sql()
            + "))",
        false);
  }

  private static Bound condition(String sql, boolean negated) {
    return Bound.of(negated ? "(NOT (" + sql + "))" : "(" + sql + ")", SnowflakeType.BOOLEAN);
  }
}
