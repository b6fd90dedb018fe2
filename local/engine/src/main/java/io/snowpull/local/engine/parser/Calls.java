package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.Argument;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Expression.Lambda;
import io.snowpull.local.engine.ast.Expression.LambdaParameter;
import io.snowpull.local.engine.ast.Expression.NullTreatment;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.parser.grammar.SqlParser.ArgumentContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ArgumentsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CallTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NullTreatmentContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ParenthesesAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PostfixExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StarModifierContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TypeNameContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Builds function calls, their arguments and windows, and the star. */
final class Calls {
  private final Builders builders;
  private final Windows windows;

  Calls(Builders builders) {
    this.builders = builders;
    this.windows = new Windows(builders);
  }

  /** A call without any clause. */
  static FunctionCall plain(ObjectName name, List<Argument> arguments, Position position) {
    return new FunctionCall(
        name, arguments, false, List.of(), NullTreatment.UNSPECIFIED, null, position);
  }

  /** {@code IDENTIFIER(e)} where a value stands. */
  static FunctionCall identifierCall(Expression name, Position position) {
    return plain(ObjectName.plain("IDENTIFIER"), List.of(new Argument(null, name)), position);
  }

  FunctionCall call(
      ObjectName name,
      ArgumentsContext arguments,
      @Nullable CallTailContext tail,
      Position position) {
    List<NullTreatmentContext> nulls = new ArrayList<>();
    if (arguments.nullTreatment() != null) {
      nulls.add(arguments.nullTreatment());
    }
    if (tail != null) {
      nulls.addAll(tail.nullTreatment());
    }
    return new FunctionCall(
        name,
        arguments(arguments),
        arguments.DISTINCT() != null,
        tail == null ? List.of() : builders.queries.orderBy(tail.orderBy()),
        nullTreatment(nulls),
        tail == null || tail.window() == null ? null : windows.window(tail.window()),
        position);
  }

  private static NullTreatment nullTreatment(List<NullTreatmentContext> nulls) {
    if (nulls.size() > 1) {
      throw Source.unexpected(nulls.get(1).getStart());
    }
    if (nulls.isEmpty()) {
      return NullTreatment.UNSPECIFIED;
    }
    return nulls.get(0).IGNORE() != null ? NullTreatment.IGNORE : NullTreatment.RESPECT;
  }

  List<Argument> arguments(ArgumentsContext arguments) {
    return arguments.argument().stream().map(this::argument).toList();
  }

  private Argument argument(ArgumentContext node) {
    if (node.star() != null) {
      return new Argument(null, star(List.of(), node.star().starModifier()));
    }
    if (node.ARROW() != null) {
      Expression body = builders.expressions.visit(node.expression(1));
      return new Argument(null, new Lambda(parameters(node.expression(0), node.typeName()), body));
    }
    Expression value = builders.expressions.visit(node.expression(0));
    if (node.POWER() != null) {
      return new Argument(null, new Expression.Spread(value));
    }
    return new Argument(Names.optional(node.identifier()), value);
  }

  private List<LambdaParameter> parameters(ExpressionContext left, @Nullable TypeNameContext type) {
    ParenthesesAtomContext parentheses = parentheses(left);
    if (parentheses == null) {
      return List.of(parameter(left, type));
    }
    return parentheses.typedExpression().stream()
        .map(p -> parameter(p.expression(), p.typeName()))
        .toList();
  }

  /** The parentheses that the whole expression consists of; null if it is something else. */
  private static @Nullable ParenthesesAtomContext parentheses(ExpressionContext expression) {
    ParseTree node = expression;
    while (node.getChildCount() == 1 && !(node instanceof PostfixExpressionContext)) {
      node = node.getChild(0);
    }
    return node instanceof PostfixExpressionContext p
            && p.postfix().isEmpty()
            && p.atom() instanceof ParenthesesAtomContext parentheses
        ? parentheses
        : null;
  }

  private LambdaParameter parameter(ExpressionContext node, @Nullable TypeNameContext typeNode) {
    Expression name = builders.expressions.visit(node);
    TypeName type = Names.optionalType(typeNode);
    if (name instanceof Expression.ColumnRef column && column.parts().size() == 1) {
      return new LambdaParameter(column.last(), type);
    }
    throw Source.unexpected(node.getStart());
  }

  Expression.Star star(List<Identifier> qualifier, List<StarModifierContext> modifiers) {
    String ilike = null;
    List<Identifier> exclude = new ArrayList<>();
    List<Expression.Renamed> replace = new ArrayList<>();
    List<Expression.Renaming> rename = new ArrayList<>();
    for (StarModifierContext modifier : modifiers) {
      if (modifier.ILIKE() != null) {
        ilike = Literals.string(modifier.STRING().getSymbol());
      } else if (modifier.EXCLUDE() != null) {
        exclude.addAll(
            modifier.identifier() != null
                ? List.of(Names.identifier(modifier.identifier()))
                : Names.identifiers(modifier.identifierList()));
      }
      modifier.replacement().stream()
          .map(
              r ->
                  new Expression.Renamed(
                      builders.expressions.visit(r.expression()), Names.identifier(r.identifier())))
          .forEach(replace::add);
      modifier.renaming().stream()
          .map(r -> renaming(r.identifier(0), r.identifier(1)))
          .forEach(rename::add);
    }
    return new Expression.Star(
        qualifier, ilike, List.copyOf(exclude), List.copyOf(replace), List.copyOf(rename));
  }

  private static Expression.Renaming renaming(ParserRuleContext from, ParserRuleContext to) {
    return new Expression.Renaming(Names.identifier(from), Names.identifier(to));
  }
}
