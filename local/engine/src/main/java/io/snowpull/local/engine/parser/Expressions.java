package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.Binary;
import io.snowpull.local.engine.ast.Expression.BinaryOperator;
import io.snowpull.local.engine.ast.Expression.Unary;
import io.snowpull.local.engine.ast.Expression.UnaryOperator;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.parser.grammar.SqlParser.AdditiveValueContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AndExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExpressionsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MultiplicativeValueContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NotExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OrExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PostfixExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PostfixValueContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PredicateContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PredicateExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PredicateTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnaryValueContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ValueExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParserBaseVisitor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds operators; what they stand between is built by {@link Postfixes} and {@link Atoms}. */
final class Expressions extends SqlParserBaseVisitor<Expression> {
  private final Predicates predicates;
  private final Postfixes postfixes;

  Expressions(Builders builders) {
    this.predicates = new Predicates(builders);
    this.postfixes = new Postfixes(builders);
  }

  List<Expression> all(@Nullable ExpressionsContext list) {
    return list == null ? List.of() : all(list.expression());
  }

  List<Expression> all(List<? extends ParserRuleContext> list) {
    return list.stream().map(this::visit).toList();
  }

  @Nullable Expression optional(@Nullable ParserRuleContext expression) {
    return expression == null ? null : visit(expression);
  }

  @Override
  public Expression visitPredicateExpression(PredicateExpressionContext node) {
    return visit(node.predicate());
  }

  @Override
  public Expression visitNotExpression(NotExpressionContext node) {
    return new Unary(UnaryOperator.NOT, visit(node.expression()));
  }

  @Override
  public Expression visitAndExpression(AndExpressionContext node) {
    return chain(node, BinaryOperator.AND);
  }

  @Override
  public Expression visitOrExpression(OrExpressionContext node) {
    return chain(node, BinaryOperator.OR);
  }

  /** Walks down the left side in a loop: generated conditions can be thousands of terms long. */
  private Expression chain(ExpressionContext node, BinaryOperator operator) {
    Deque<ExpressionContext> rights = new ArrayDeque<>();
    ExpressionContext left = node;
    while (left.getClass() == node.getClass()) {
      rights.push(left.getRuleContext(ExpressionContext.class, 1));
      left = left.getRuleContext(ExpressionContext.class, 0);
    }
    Expression result = visit(left);
    for (ExpressionContext right : rights) {
      result = new Binary(operator, result, visit(right));
    }
    return result;
  }

  @Override
  public Expression visitPredicate(PredicateContext node) {
    Expression result = visit(node.valueExpression());
    for (PredicateTailContext tail : node.predicateTail()) {
      result = predicates.build(result, tail);
    }
    return result;
  }

  @Override
  public Expression visitUnaryValue(UnaryValueContext node) {
    Expression operand = visit(node.valueExpression());
    UnaryOperator operator =
        switch (node.getStart().getType()) {
          case SqlLexer.MINUS -> UnaryOperator.MINUS;
          case SqlLexer.PLUS -> UnaryOperator.PLUS;
          default -> UnaryOperator.PRIOR;
        };
    return new Unary(operator, operand);
  }

  @Override
  public Expression visitMultiplicativeValue(MultiplicativeValueContext node) {
    return arithmetic(node);
  }

  @Override
  public Expression visitAdditiveValue(AdditiveValueContext node) {
    return arithmetic(node);
  }

  private Expression arithmetic(ValueExpressionContext node) {
    Deque<ValueExpressionContext> spine = new ArrayDeque<>();
    ValueExpressionContext left = node;
    while (left instanceof AdditiveValueContext || left instanceof MultiplicativeValueContext) {
      spine.push(left);
      left = left.getRuleContext(ValueExpressionContext.class, 0);
    }
    Expression result = visit(left);
    for (ValueExpressionContext operation : spine) {
      Token operator = ((TerminalNode) operation.getChild(1)).getSymbol();
      Expression right = visit(operation.getRuleContext(ValueExpressionContext.class, 1));
      result = new Binary(operator(operator), result, right);
    }
    return result;
  }

  private static BinaryOperator operator(Token token) {
    return switch (token.getType()) {
      case SqlLexer.STAR -> BinaryOperator.TIMES;
      case SqlLexer.SLASH -> BinaryOperator.DIVIDE;
      case SqlLexer.PERCENT -> BinaryOperator.MODULO;
      case SqlLexer.PLUS -> BinaryOperator.PLUS;
      case SqlLexer.MINUS -> BinaryOperator.MINUS;
      default -> BinaryOperator.CONCAT;
    };
  }

  @Override
  public Expression visitPostfixValue(PostfixValueContext node) {
    return visit(node.postfixExpression());
  }

  @Override
  public Expression visitPostfixExpression(PostfixExpressionContext node) {
    return postfixes.build(node);
  }

  /** {@code $name}. */
  static Expression sessionVariable(Token token) {
    return new Expression.SessionVariable(
        new Identifier(token.getText().substring(1).toUpperCase(Locale.ROOT)));
  }
}
