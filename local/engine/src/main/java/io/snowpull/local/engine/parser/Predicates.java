package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.BinaryOperator;
import io.snowpull.local.engine.ast.Expression.Matching;
import io.snowpull.local.engine.ast.Expression.Quantifier;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.parser.grammar.SqlParser.BetweenTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ComparisonContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ComparisonTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DistinctTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.InOperandContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.InTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IsTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MatchQuantifiedTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MatchTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MatchingContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PredicateTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.QuantifiedTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.QuantifierContext;
import java.util.List;

/** Builds comparisons and the other conditions that follow a value. */
final class Predicates {
  private final Builders builders;

  Predicates(Builders builders) {
    this.builders = builders;
  }

  Expression build(Expression left, PredicateTailContext tail) {
    if (tail instanceof ComparisonTailContext t) {
      return new Expression.Binary(
          comparison(t.comparison()), left, builders.expressions.visit(t.valueExpression()));
    }
    if (tail instanceof QuantifiedTailContext t) {
      return new Expression.QuantifiedComparison(
          left,
          comparison(t.comparison()),
          quantifier(t.quantifier()),
          builders.queries.query(t.query()));
    }
    if (tail instanceof IsTailContext t) {
      boolean negated = t.NOT() != null;
      return t.NULL() != null
          ? new Expression.IsNull(left, negated)
          : new Expression.IsBoolean(left, t.TRUE() != null, negated);
    }
    if (tail instanceof DistinctTailContext t) {
      return new Expression.IsDistinctFrom(
          left, builders.expressions.visit(t.valueExpression()), t.NOT() != null);
    }
    if (tail instanceof BetweenTailContext t) {
      return new Expression.Between(
          left,
          builders.expressions.visit(t.valueExpression(0)),
          builders.expressions.visit(t.valueExpression(1)),
          t.NOT() != null);
    }
    return tail instanceof InTailContext t ? in(left, t) : matching(left, tail);
  }

  private Expression in(Expression left, InTailContext tail) {
    boolean negated = tail.NOT() != null;
    if (tail.inOperand().openQuery() != null) {
      return new Expression.InQuery(
          left, builders.queries.openQuery(tail.inOperand().openQuery()), negated);
    }
    InOperandContext operand = tail.inOperand();
    List<Expression> candidates = builders.expressions.all(operand.expressions());
    if (candidates.size() == 1 && candidates.get(0) instanceof Expression.Subquery subquery) {
      Query query = builders.queries.tail(subquery.query(), operand.setTail(), operand.queryTail());
      return new Expression.InQuery(left, query, negated);
    }
    Queries.refuseTail(operand.setTail(), operand.queryTail());
    return new Expression.InList(left, candidates, negated);
  }

  private Expression matching(Expression left, PredicateTailContext tail) {
    if (tail instanceof MatchQuantifiedTailContext t) {
      return new Expression.Like(
          kind(t.matching()),
          left,
          quantifier(t.quantifier()),
          builders.expressions.all(t.expressions()),
          builders.expressions.optional(t.valueExpression()),
          t.NOT() != null);
    }
    MatchTailContext t = (MatchTailContext) tail;
    return new Expression.Like(
        kind(t.matching()),
        left,
        Quantifier.NONE,
        List.of(builders.expressions.visit(t.valueExpression(0))),
        builders.expressions.optional(t.valueExpression(1)),
        t.NOT() != null);
  }

  private static Matching kind(MatchingContext matching) {
    return switch (matching.getStart().getType()) {
      case SqlLexer.LIKE -> Matching.LIKE;
      case SqlLexer.ILIKE -> Matching.ILIKE;
      default -> Matching.RLIKE;
    };
  }

  private static Quantifier quantifier(QuantifierContext quantifier) {
    return quantifier.ALL() != null ? Quantifier.ALL : Quantifier.ANY;
  }

  private static BinaryOperator comparison(ComparisonContext comparison) {
    return switch (comparison.getStart().getType()) {
      case SqlLexer.EQ -> BinaryOperator.EQUAL;
      case SqlLexer.NEQ -> BinaryOperator.NOT_EQUAL;
      case SqlLexer.LT -> BinaryOperator.LESS;
      case SqlLexer.LE -> BinaryOperator.LESS_OR_EQUAL;
      case SqlLexer.GT -> BinaryOperator.GREATER;
      default -> BinaryOperator.GREATER_OR_EQUAL;
    };
  }
}
