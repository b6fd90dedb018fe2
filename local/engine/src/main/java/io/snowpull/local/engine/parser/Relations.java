package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.Argument;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Expression.Renamed;
import io.snowpull.local.engine.ast.Expression.Renaming;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.ast.Relation.Alias;
import io.snowpull.local.engine.ast.Relation.JoinKind;
import io.snowpull.local.engine.ast.Relation.TimeTravel;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.parser.grammar.SqlParser.AliasSuffixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.FunctionRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.JoinKindContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.JoinTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.LateralRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ParenthesesRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PivotSuffixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PivotValuesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.QueryRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RelationAtomContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RelationPrimaryContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RelationSuffixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SampleSuffixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StageRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TableFunctionRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TableRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TimeTravelContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnpivotColumnContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnpivotSuffixContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ValuesRelationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.VariableRelationContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds FROM: relations, joins and what follows a relation. */
final class Relations {
  private final Builders builders;

  Relations(Builders builders) {
    this.builders = builders;
  }

  Relation relation(RelationContext node) {
    Relation result = primary(node.relationPrimary());
    for (JoinTailContext tail : node.joinTail()) {
      result = join(result, tail);
    }
    return result;
  }

  private Relation join(Relation left, JoinTailContext tail) {
    Expression match = null;
    Expression on = null;
    for (ExpressionContext condition : tail.expression()) {
      if (tail.ASOF() != null && match == null) {
        match = builders.expressions.visit(condition);
      } else {
        on = builders.expressions.visit(condition);
      }
    }
    return new Relation.Join(
        tail.ASOF() != null ? JoinKind.ASOF : kind(tail.joinKind()),
        tail.NATURAL() != null,
        left,
        primary(tail.relationPrimary()),
        on,
        Names.identifiers(tail.identifierList()),
        match);
  }

  private static JoinKind kind(@Nullable JoinKindContext kind) {
    if (kind == null || kind.INNER() != null) {
      return JoinKind.INNER;
    }
    if (kind.CROSS() != null) {
      return JoinKind.CROSS;
    }
    if (kind.LEFT() != null) {
      return JoinKind.LEFT;
    }
    return kind.RIGHT() != null ? JoinKind.RIGHT : JoinKind.FULL;
  }

  Relation primary(RelationPrimaryContext node) {
    Relation result = atom(node.relationAtom());
    for (RelationSuffixContext suffix : node.relationSuffix()) {
      result = suffix(result, suffix);
    }
    return result;
  }

  private Relation atom(RelationAtomContext node) {
    if (node instanceof FunctionRelationContext f) {
      FunctionCall call =
          builders.calls.call(
              builders.names.objectName(f.objectName()),
              f.arguments(),
              null,
              Source.position(f.objectName().getStart()));
      return new Relation.TableFunction(call, f.LATERAL() != null, null);
    }
    if (node instanceof TableRelationContext t) {
      return new Relation.Table(
          builders.names.objectName(t.objectName()), timeTravel(t.timeTravel()), null);
    }
    if (node instanceof LateralRelationContext l) {
      return new Relation.Derived(builders.queries.query(l.query()), true, null);
    }
    if (node instanceof TableFunctionRelationContext t) {
      return tableOf(builders.expressions.visit(t.expression()), t.LATERAL() != null);
    }
    if (node instanceof QueryRelationContext q) {
      return new Relation.Derived(builders.queries.openQuery(q.openQuery()), false, null);
    }
    if (node instanceof ParenthesesRelationContext p) {
      return parentheses(p);
    }
    if (node instanceof ValuesRelationContext v) {
      return new Relation.ValuesTable(builders.queries.rows(v.values()), null);
    }
    if (node instanceof StageRelationContext s) {
      return new Relation.StagedFiles(
          s.string() == null ? StagePaths.parse(s.STAGE_PATH().getText()) : quoted(s),
          builders.options.entries(s.optionEntry()),
          null);
    }
    return new Relation.TableOf(variable((VariableRelationContext) node), null);
  }

  /** A quoted stage path; a quoted text that is none is not a relation. */
  private static StageLocation quoted(StageRelationContext node) {
    String path = Names.string(node.string());
    if (!path.startsWith("@")) {
      throw Source.unexpected(node.getStart());
    }
    return StagePaths.parse(path);
  }

  private Expression variable(VariableRelationContext node) {
    Token token = node.getStart();
    if (node.QUESTION() != null) {
      return new Expression.Bind(builders.source.bindIndex(token));
    }
    return node.identifier() != null
        ? new Expression.Variable(Names.identifier(node.identifier()))
        : Expressions.sessionVariable(token);
  }

  private static Relation tableOf(Expression argument, boolean lateral) {
    if (argument instanceof FunctionCall call) {
      return new Relation.TableFunction(call, lateral, null);
    }
    if (argument instanceof Expression.TextLiteral) {
      return new Relation.Table(new ObjectName.Dynamic(argument), null, null);
    }
    return new Relation.TableOf(argument, null);
  }

  /** A join in parentheses, or a query that began with a parenthesis. */
  private Relation parentheses(ParenthesesRelationContext node) {
    List<Relation> inner = builders.queries.relations(node.relations());
    boolean bare = node.setTail().isEmpty() && node.queryTail().getChildCount() == 0;
    if (inner.size() == 1) {
      Relation only = inner.get(0);
      if (bare) {
        return only instanceof Relation.Derived d && d.alias() == null
            ? only
            : new Relation.Parenthesized(only, null);
      }
      Query first = queryOf(only);
      if (first != null) {
        return new Relation.Derived(
            builders.queries.tail(first, node.setTail(), node.queryTail()), false, null);
      }
    }
    Queries.refuseTail(node.setTail(), node.queryTail());
    throw Source.unexpected(node.relations().COMMA(0).getSymbol());
  }

  private static @Nullable Query queryOf(Relation relation) {
    if (relation instanceof Relation.Derived d && d.alias() == null && !d.lateral()) {
      return d.query();
    }
    if (relation instanceof Relation.ValuesTable v && v.alias() == null) {
      return new Query(false, List.of(), new Query.Values(v.rows()), List.of(), null, null);
    }
    return null;
  }

  @Nullable TimeTravel timeTravel(@Nullable TimeTravelContext node) {
    return node == null
        ? null
        : new TimeTravel(
            node.BEFORE() != null,
            Names.identifier(node.anyWord()).name(),
            builders.expressions.visit(node.expression()));
  }

  private Relation suffix(Relation base, RelationSuffixContext suffix) {
    if (suffix instanceof AliasSuffixContext a) {
      Identifier name = Names.identifier(a.identifier() != null ? a.identifier() : a.bareAlias());
      return Aliases.apply(
          base, new Alias(name, Names.identifiers(a.identifierList())), a.getStart());
    }
    if (suffix instanceof SampleSuffixContext s) {
      return new Relation.Sample(
          base,
          s.SYSTEM() != null || s.BLOCK() != null ? "SYSTEM" : "BERNOULLI",
          builders.expressions.visit(s.expression(0)),
          s.ROWS() != null,
          builders.expressions.optional(s.expression(1)));
    }
    return suffix instanceof PivotSuffixContext p
        ? pivot(base, p)
        : unpivot(base, (UnpivotSuffixContext) suffix);
  }

  private Relation pivot(Relation base, PivotSuffixContext node) {
    List<Argument> aggregates =
        node.pivotAggregate().stream()
            .map(
                a ->
                    new Argument(
                        alias(a.identifier(), a.bareAlias()),
                        builders.expressions.visit(a.expression())))
            .toList();
    PivotValuesContext values = node.pivotValues();
    List<Renamed> named =
        values.pivotValue().stream()
            .map(
                v -> {
                  Identifier name = alias(v.identifier(), v.bareAlias());
                  return new Renamed(
                      builders.expressions.visit(v.expression()),
                      name != null ? name : new Identifier(v.getText()));
                })
            .toList();
    return new Relation.Pivot(
        base,
        aggregates,
        Names.identifier(node.identifier()),
        named,
        values.openQuery() == null ? null : builders.queries.openQuery(values.openQuery()),
        builders.expressions.optional(node.expression()),
        null);
  }

  private Relation unpivot(Relation base, UnpivotSuffixContext node) {
    return new Relation.Unpivot(
        base,
        node.INCLUDE() != null,
        Names.identifier(node.identifier(0)),
        Names.identifier(node.identifier(1)),
        node.unpivotColumn().stream().map(Relations::column).toList(),
        null);
  }

  private static Renaming column(UnpivotColumnContext node) {
    Identifier from = Names.identifier(node.identifier(0));
    if (node.STRING() != null) {
      return new Renaming(from, Names.identifier(node.STRING().getSymbol()));
    }
    Identifier to = alias(node.identifier(1), node.bareAlias());
    return new Renaming(from, to != null ? to : from);
  }

  private static @Nullable Identifier alias(
      @Nullable ParserRuleContext written, @Nullable ParserRuleContext bare) {
    return Names.optional(written != null ? written : bare);
  }
}
