package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.OrderItem;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.Query.CommonTable;
import io.snowpull.local.engine.ast.Query.Nested;
import io.snowpull.local.engine.ast.Query.SetOperation;
import io.snowpull.local.engine.ast.Query.SetOperator;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.parser.grammar.SqlParser.LimitClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OpenQueryContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OrderByContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OrderItemContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.QueryContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.QueryTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RelationsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetOperandContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetTailContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ValuesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.WithClauseContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds queries around their SELECTs. */
final class Queries {
  private final Builders builders;
  private final Selects selects;

  Queries(Builders builders) {
    this.builders = builders;
    this.selects = new Selects(builders);
  }

  Query query(QueryContext node) {
    Query.Body body = operand(node.setOperand());
    return query(node.withClause(), setOperations(body, node.setTail()), node.queryTail());
  }

  Query openQuery(OpenQueryContext node) {
    Query.Body body = selects.select(node.select());
    return query(node.withClause(), setOperations(body, node.setTail()), node.queryTail());
  }

  @Nullable Query optional(@Nullable QueryContext node) {
    return node == null ? null : query(node);
  }

  /** For parentheses that turned out to hold no query: nothing that continues one may follow. */
  static void refuseTail(List<SetTailContext> sets, QueryTailContext tail) {
    if (!sets.isEmpty()) {
      throw Source.unexpected(sets.get(0).getStart());
    }
    if (tail.getChildCount() > 0) {
      throw Source.unexpected(tail.getStart());
    }
  }

  /** Continues a query that stood in parentheses; as it was if nothing follows. */
  Query tail(Query first, List<SetTailContext> sets, QueryTailContext tail) {
    if (sets.isEmpty() && tail.getChildCount() == 0) {
      return first;
    }
    return query(null, setOperations(bodyOf(first), sets), tail);
  }

  private Query query(@Nullable WithClauseContext with, Query.Body body, QueryTailContext tail) {
    Expression limit = null;
    Expression offset = null;
    for (LimitClauseContext clause : tail.limitClause()) {
      Expression value = builders.expressions.visit(clause.expression());
      boolean isOffset = clause.OFFSET() != null;
      if ((isOffset ? offset : limit) != null) {
        throw Source.unexpected(clause.getStart());
      }
      limit = isOffset ? limit : value;
      offset = isOffset ? value : offset;
    }
    return new Query(
        with != null && with.RECURSIVE() != null,
        with == null ? List.of() : with(with),
        body,
        orderBy(tail.orderBy()),
        limit,
        offset);
  }

  private List<CommonTable> with(WithClauseContext with) {
    return with.commonTable().stream()
        .map(
            t ->
                new CommonTable(
                    Names.identifier(t.identifier()),
                    Names.identifiers(t.identifierList()),
                    query(t.query())))
        .toList();
  }

  private Query.Body operand(SetOperandContext operand) {
    if (operand.select() != null) {
      return selects.select(operand.select());
    }
    return operand.values() != null
        ? new Query.Values(rows(operand.values()))
        : bodyOf(query(operand.query()));
  }

  /** Parentheses that change nothing are left out. */
  private static Query.Body bodyOf(Query query) {
    boolean bare =
        query.with().isEmpty()
            && query.orderBy().isEmpty()
            && query.limit() == null
            && query.offset() == null;
    return bare ? query.body() : new Nested(query);
  }

  /** Groups the flat list that the grammar gives: INTERSECT binds tighter than the others. */
  private Query.Body setOperations(Query.Body first, List<SetTailContext> tails) {
    if (tails.isEmpty()) {
      return first;
    }
    List<Query.Body> terms = new ArrayList<>(List.of(first));
    List<SetTailContext> between = new ArrayList<>();
    for (SetTailContext tail : tails) {
      Query.Body right = operand(tail.setOperand());
      if (tail.INTERSECT() != null) {
        terms.add(operation(tail, terms.remove(terms.size() - 1), right));
      } else {
        between.add(tail);
        terms.add(right);
      }
    }
    Query.Body result = terms.get(0);
    for (int i = 0; i < between.size(); i++) {
      result = operation(between.get(i), result, terms.get(i + 1));
    }
    return result;
  }

  private static SetOperation operation(SetTailContext tail, Query.Body left, Query.Body right) {
    SetOperator operator = SetOperator.EXCEPT;
    if (tail.UNION() != null) {
      operator = SetOperator.UNION;
    } else if (tail.INTERSECT() != null) {
      operator = SetOperator.INTERSECT;
    }
    return new SetOperation(operator, tail.ALL() != null, tail.NAME() != null, left, right);
  }

  List<List<Expression>> rows(ValuesContext values) {
    return values.valuesRow().stream().map(r -> builders.expressions.all(r.expressions())).toList();
  }

  List<OrderItem> orderBy(@Nullable OrderByContext orderBy) {
    return orderBy == null ? List.of() : orderBy.orderItem().stream().map(this::orderItem).toList();
  }

  private OrderItem orderItem(OrderItemContext item) {
    return new OrderItem(
        builders.expressions.visit(item.expression()),
        item.DESC() != null,
        item.NULLS() == null ? null : item.FIRST() != null);
  }

  List<Relation> relations(@Nullable RelationsContext list) {
    return list == null
        ? List.of()
        : list.relation().stream().map(builders.relations::relation).toList();
  }

  /** The names of {@code INTO :a, :b}. */
  static List<Identifier> targets(
      List<io.snowpull.local.engine.parser.grammar.SqlParser.IntoTargetContext> targets) {
    return targets.stream().map(t -> Names.identifier(t.identifier())).toList();
  }
}
