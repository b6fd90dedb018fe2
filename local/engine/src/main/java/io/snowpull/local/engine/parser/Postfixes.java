package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.ColumnRef;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Expression.PathStep;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.parser.grammar.SqlParser.AtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CallPostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CastPostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CollatePostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DotPostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IdentifierAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PathPostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PositionPostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PostfixExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StarPostfixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SubscriptPostfixContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Builds what follows a value without blank: dots, paths, subscripts, calls, casts. */
final class Postfixes {
  /** Functions that may be called without parentheses. */
  private static final Set<String> NILADIC =
      Set.of(
          "CURRENT_DATE",
          "CURRENT_TIME",
          "CURRENT_TIMESTAMP",
          "CURRENT_USER",
          "LOCALTIME",
          "LOCALTIMESTAMP");

  private final Builders builders;
  private final Atoms atoms;

  Postfixes(Builders builders) {
    this.builders = builders;
    this.atoms = new Atoms(builders);
  }

  Expression build(PostfixExpressionContext node) {
    List<PostfixContext> postfixes = node.postfix();
    if (postfixes.isEmpty()) {
      return settle(atoms.visit(node.atom()), node.atom());
    }
    Expression result = atoms.visit(node.atom());
    for (PostfixContext postfix : postfixes) {
      result = apply(result, node.atom(), postfix);
    }
    return settle(result, node.atom());
  }

  /** What looks like a column may be a function without parentheses, or a sequence's next value. */
  private static Expression settle(Expression value, AtomContext atom) {
    if (!(value instanceof ColumnRef column)) {
      return value;
    }
    List<Identifier> parts = column.parts();
    boolean plain = atom.getStart().getType() != SqlLexer.QUOTED;
    if (parts.size() == 1 && plain && NILADIC.contains(column.last().name())) {
      return Calls.plain(new ObjectName.Plain(parts), List.of(), column.position());
    }
    if (parts.size() > 1 && column.last().name().equals("NEXTVAL")) {
      return new Expression.NextValue(new ObjectName.Plain(parts.subList(0, parts.size() - 1)));
    }
    return value;
  }

  private Expression apply(Expression base, AtomContext atom, PostfixContext postfix) {
    if (postfix instanceof DotPostfixContext dot) {
      return dot(base, dot);
    }
    if (postfix instanceof CallPostfixContext call) {
      return call(base, atom, call);
    }
    if (postfix instanceof StarPostfixContext star) {
      return builders.calls.star(
          column(base, star.STAR().getSymbol()).parts(), star.starModifier());
    }
    if (postfix instanceof PositionPostfixContext position) {
      Token token = position.COLUMN_POSITION().getSymbol();
      return new Expression.PositionalColumn(column(base, token).last(), Atoms.number(token));
    }
    Expression value = settle(base, atom);
    if (postfix instanceof PathPostfixContext path) {
      return step(value, new PathStep.Key(key(path.anyWord())));
    }
    if (postfix instanceof SubscriptPostfixContext subscript) {
      return step(
          value, new PathStep.Subscript(builders.expressions.visit(subscript.expression())));
    }
    if (postfix instanceof CastPostfixContext cast) {
      return new Expression.Cast(value, Names.type(cast.typeName()), false);
    }
    CollatePostfixContext collate = (CollatePostfixContext) postfix;
    return new Expression.Collate(value, Literals.string(collate.STRING().getSymbol()));
  }

  private static Expression dot(Expression base, DotPostfixContext dot) {
    if (!(base instanceof ColumnRef column)) {
      return step(base, new PathStep.Key(key(dot.anyWord())));
    }
    List<Identifier> parts = new ArrayList<>(column.parts());
    if (dot.DOT().size() > 1) {
      parts.add(new Identifier("PUBLIC"));
    }
    parts.add(Names.identifier(dot.anyWord()));
    return new ColumnRef(List.copyOf(parts), column.position());
  }

  private Expression call(Expression base, AtomContext atom, CallPostfixContext call) {
    if (base instanceof FunctionCall name && isIdentifierCall(name, atom)) {
      ObjectName dynamic = new ObjectName.Dynamic(name.arguments().get(0).value());
      return builders.calls.call(dynamic, call.arguments(), call.callTail(), name.position());
    }
    ColumnRef column = column(base, call.LPAREN().getSymbol());
    return builders.calls.call(
        new ObjectName.Plain(column.parts()), call.arguments(), call.callTail(), column.position());
  }

  private static boolean isIdentifierCall(FunctionCall call, AtomContext atom) {
    return atom instanceof IdentifierAtomContext id
        && id.identifier().IDENTIFIER() != null
        && call.arguments().size() == 1;
  }

  private static ColumnRef column(Expression base, Token next) {
    if (base instanceof ColumnRef column) {
      return column;
    }
    throw Source.unexpected(next);
  }

  private static Expression step(Expression base, PathStep step) {
    List<PathStep> steps = new ArrayList<>();
    Expression root = base;
    if (base instanceof Expression.Path path) {
      steps.addAll(path.steps());
      root = path.base();
    }
    steps.add(step);
    return new Expression.Path(root, List.copyOf(steps));
  }

  /** Keys of a path keep their case. */
  private static String key(ParserRuleContext word) {
    Token token = word.getStart();
    return token.getType() == SqlLexer.QUOTED ? Literals.quotedName(token) : token.getText();
  }
}
