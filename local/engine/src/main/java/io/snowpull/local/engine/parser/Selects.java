package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Query.ConnectBy;
import io.snowpull.local.engine.ast.Query.Element;
import io.snowpull.local.engine.ast.Query.GroupBy;
import io.snowpull.local.engine.ast.Query.Select;
import io.snowpull.local.engine.ast.Query.SelectItem;
import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.parser.grammar.SqlParser.ConnectByContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CubeElementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExpressionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GroupByContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GroupElementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GroupingSetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RollupElementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SelectContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SelectItemContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetsElementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SimpleElementContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Builds SELECT. */
final class Selects {
  private final Builders builders;

  Selects(Builders builders) {
    this.builders = builders;
  }

  Select select(SelectContext node) {
    return new Select(
        node.DISTINCT() != null,
        node.INTEGER() == null ? null : new Expression.NumberLiteral(node.INTEGER().getText()),
        node.selectItem().stream().map(this::item).toList(),
        Queries.targets(node.intoTarget()),
        builders.queries.relations(node.relations()),
        after(node, node.WHERE()),
        node.connectBy() == null ? null : connectBy(node.connectBy()),
        node.groupBy() == null ? null : groupBy(node.groupBy()),
        after(node, node.HAVING()),
        after(node, node.QUALIFY()));
  }

  /** The expression that follows a keyword; null if the keyword is not there. */
  private @Nullable Expression after(SelectContext node, @Nullable TerminalNode keyword) {
    if (keyword == null) {
      return null;
    }
    Deque<ParseTree> rest = new ArrayDeque<>(node.children);
    while (rest.pop() != keyword) {
      continue;
    }
    return builders.expressions.visit(rest.pop());
  }

  private SelectItem item(SelectItemContext item) {
    if (item.star() != null) {
      if (item.bareAlias() != null) {
        throw Source.unexpected(item.bareAlias().getStart());
      }
      Expression star = builders.calls.star(List.of(), item.star().starModifier());
      return new SelectItem(star, null, builders.source.text(item.star()));
    }
    Identifier alias =
        item.anyWord() != null
            ? Names.identifier(item.anyWord())
            : Names.optional(item.bareAlias());
    return new SelectItem(
        builders.expressions.visit(item.expression()),
        alias,
        builders.source.text(item.expression()));
  }

  private ConnectBy connectBy(ConnectByContext node) {
    ExpressionContext first = node.expression(0);
    ExpressionContext second = node.expression(1);
    boolean startFirst = node.getStart().getType() == SqlLexer.START;
    return new ConnectBy(
        builders.expressions.optional(startFirst ? first : second),
        builders.expressions.visit(startFirst ? second : first));
  }

  private GroupBy groupBy(GroupByContext node) {
    return node.ALL() != null
        ? new GroupBy.All()
        : new GroupBy.Elements(node.groupElement().stream().map(this::element).toList());
  }

  private Element element(GroupElementContext node) {
    if (node instanceof RollupElementContext rollup) {
      return new Element.Rollup(builders.expressions.all(rollup.expressions()));
    }
    if (node instanceof CubeElementContext cube) {
      return new Element.Cube(builders.expressions.all(cube.expressions()));
    }
    if (node instanceof SetsElementContext sets) {
      return new Element.GroupingSets(sets.groupingSet().stream().map(this::set).toList());
    }
    return new Element.Simple(
        builders.expressions.visit(((SimpleElementContext) node).expression()));
  }

  private List<Expression> set(GroupingSetContext set) {
    return set.expression() != null
        ? List.of(builders.expressions.visit(set.expression()))
        : builders.expressions.all(set.expressions());
  }
}
