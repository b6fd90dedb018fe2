package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.parser.grammar.SqlParser.ArrayAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BinaryAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BindAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BooleanAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CaseAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CastAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DefaultAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ElementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExistsAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExtractAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IdentifierAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IntervalAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NullAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NumberAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NumberedBindAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ObjectAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ObjectEntryContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ParenthesesAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PositionAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.QueryAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ReservedCallAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SessionVariableAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StageAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StringAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TypedAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TypedExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.VariableAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Builds literals, variables, parentheses and the expressions that begin with a keyword. */
final class Atoms extends SqlParserBaseVisitor<Expression> {
  private final Builders builders;

  Atoms(Builders builders) {
    this.builders = builders;
  }

  /** The digits after {@code $}. */
  static int number(Token position) {
    try {
      return Integer.parseInt(position.getText().substring(1));
    } catch (NumberFormatException tooLarge) {
      throw Source.unexpected(position);
    }
  }

  @Override
  public Expression visitStringAtom(StringAtomContext node) {
    return new Expression.TextLiteral(Names.string(node.string()));
  }

  @Override
  public Expression visitNumberAtom(NumberAtomContext node) {
    return new Expression.NumberLiteral(node.getText());
  }

  @Override
  public Expression visitBinaryAtom(BinaryAtomContext node) {
    String text = node.getText();
    if (text.length() % 2 == 0) {
      throw Source.unexpected(node.getStart());
    }
    return new Expression.BinaryLiteral(
        text.substring(2, text.length() - 1).toUpperCase(Locale.ROOT));
  }

  @Override
  public Expression visitBooleanAtom(BooleanAtomContext node) {
    return new Expression.BooleanLiteral(node.TRUE() != null);
  }

  @Override
  public Expression visitNullAtom(NullAtomContext node) {
    return new Expression.NullLiteral();
  }

  @Override
  public Expression visitDefaultAtom(DefaultAtomContext node) {
    return new Expression.DefaultValue();
  }

  @Override
  public Expression visitBindAtom(BindAtomContext node) {
    return new Expression.Bind(builders.source.bindIndex(node.getStart()));
  }

  @Override
  public Expression visitNumberedBindAtom(NumberedBindAtomContext node) {
    return new Expression.Bind(Names.integer(node.INTEGER().getSymbol()));
  }

  @Override
  public Expression visitVariableAtom(VariableAtomContext node) {
    return new Expression.Variable(Names.identifier(node.identifier()));
  }

  @Override
  public Expression visitSessionVariableAtom(SessionVariableAtomContext node) {
    return Expressions.sessionVariable(node.getStart());
  }

  @Override
  public Expression visitPositionAtom(PositionAtomContext node) {
    return new Expression.PositionalColumn(null, number(node.getStart()));
  }

  @Override
  public Expression visitStageAtom(StageAtomContext node) {
    return new Expression.StagePath(StagePaths.parse(node.getText()));
  }

  @Override
  public Expression visitTypedAtom(TypedAtomContext node) {
    TypeName type =
        new TypeName(node.getStart().getText().toUpperCase(Locale.ROOT), List.of(), List.of());
    return new Expression.TypedLiteral(type, Literals.string(node.STRING().getSymbol()));
  }

  @Override
  public Expression visitIntervalAtom(IntervalAtomContext node) {
    String unit =
        node.intervalUnit() == null ? null : node.intervalUnit().getText().toUpperCase(Locale.ROOT);
    return new Expression.IntervalLiteral(Literals.string(node.STRING().getSymbol()), unit);
  }

  @Override
  public Expression visitCastAtom(CastAtomContext node) {
    return new Expression.Cast(
        builders.expressions.visit(node.expression()),
        Names.type(node.typeName()),
        node.TRY_CAST() != null);
  }

  @Override
  public Expression visitExtractAtom(ExtractAtomContext node) {
    String part =
        node.STRING() != null
            ? Literals.string(node.STRING().getSymbol()).toUpperCase(Locale.ROOT)
            : Names.identifier(node.anyWord()).name();
    return new Expression.Extract(part, builders.expressions.visit(node.expression()));
  }

  @Override
  public Expression visitCaseAtom(CaseAtomContext node) {
    List<Expression> parts = builders.expressions.all(node.expression());
    int whens = node.WHEN().size();
    boolean operand = parts.size() - 2 * whens - (node.ELSE() != null ? 1 : 0) == 1;
    int first = operand ? 1 : 0;
    List<Expression.When> branches = new ArrayList<>();
    for (int i = 0; i < whens; i++) {
      branches.add(new Expression.When(parts.get(first + 2 * i), parts.get(first + 2 * i + 1)));
    }
    return new Expression.Case(
        operand ? parts.get(0) : null,
        List.copyOf(branches),
        node.ELSE() != null ? parts.get(parts.size() - 1) : null);
  }

  @Override
  public Expression visitExistsAtom(ExistsAtomContext node) {
    return new Expression.Exists(builders.queries.query(node.query()));
  }

  @Override
  public Expression visitQueryAtom(QueryAtomContext node) {
    return new Expression.Subquery(builders.queries.openQuery(node.openQuery()));
  }

  @Override
  public Expression visitParenthesesAtom(ParenthesesAtomContext node) {
    for (TypedExpressionContext item : node.typedExpression()) {
      if (item.typeName() != null) {
        throw Source.unexpected(item.typeName().getStart());
      }
    }
    List<Expression> values =
        node.typedExpression().stream()
            .map(i -> builders.expressions.visit(i.expression()))
            .toList();
    if (values.size() == 1 && values.get(0) instanceof Expression.Subquery first) {
      return new Expression.Subquery(
          builders.queries.tail(first.query(), node.setTail(), node.queryTail()));
    }
    Queries.refuseTail(node.setTail(), node.queryTail());
    return values.size() == 1 ? values.get(0) : new Expression.Tuple(values);
  }

  @Override
  public Expression visitArrayAtom(ArrayAtomContext node) {
    return new Expression.ArrayLiteral(node.element().stream().map(this::element).toList());
  }

  private Expression element(ElementContext element) {
    Expression value = builders.expressions.visit(element.expression());
    return element.POWER() == null ? value : new Expression.Spread(value);
  }

  @Override
  public Expression visitObjectAtom(ObjectAtomContext node) {
    if (node.objectEntry().size() == 1 && node.objectEntry(0).star() != null) {
      Expression star = builders.calls.star(List.of(), node.objectEntry(0).star().starModifier());
      return Calls.plain(
          ObjectName.plain("OBJECT_CONSTRUCT"),
          List.of(new Expression.Argument(null, star)),
          Source.position(node.getStart()));
    }
    return new Expression.ObjectLiteral(node.objectEntry().stream().map(this::entry).toList());
  }

  private Expression.Entry entry(ObjectEntryContext entry) {
    if (entry.STRING() == null) {
      throw Source.unexpected(entry.getStart());
    }
    return new Expression.Entry(
        Literals.string(entry.STRING().getSymbol()),
        builders.expressions.visit(entry.expression()));
  }

  @Override
  public Expression visitReservedCallAtom(ReservedCallAtomContext node) {
    return builders.calls.call(
        ObjectName.plain(node.getStart().getText().toUpperCase(Locale.ROOT)),
        node.arguments(),
        null,
        Source.position(node.getStart()));
  }

  @Override
  public Expression visitIdentifierAtom(IdentifierAtomContext node) {
    return new Expression.ColumnRef(
        List.of(Names.identifier(node.identifier())), Source.position(node.getStart()));
  }
}
