package io.snowpull.local.engine.ast;

import io.snowpull.local.engine.ast.Expression.OrderItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole query.
 *
 * @param orderBy empty if unordered
 * @param limit null if unlimited; also FETCH; {@code LIMIT NULL} is a NullLiteral
 */
public record Query(
    boolean recursive,
    List<CommonTable> with,
    Body body,
    List<OrderItem> orderBy,
    @Nullable Expression limit,
    @Nullable Expression offset) {

  /** One element of WITH. */
  public record CommonTable(Identifier name, List<Identifier> columns, Query query) {}

  /** What produces the rows. */
  public sealed interface Body {}

  /**
   * @param top null if there is no TOP
   * @param into scripting variables of {@code SELECT .. INTO :a, :b}; empty without
   * @param from empty for SELECT without FROM; several are a comma join, in which LATERAL sees
   *     those before
   */
  public record Select(
      boolean distinct,
      @Nullable Expression top,
      List<SelectItem> items,
      List<Identifier> into,
      List<Relation> from,
      @Nullable Expression where,
      @Nullable ConnectBy connectBy,
      @Nullable GroupBy groupBy,
      @Nullable Expression having,
      @Nullable Expression qualify)
      implements Body {}

  /**
   * @param alias null if not given
   * @param text the expression as written, from which Snowflake makes the name of a column without
   *     alias
   */
  public record SelectItem(Expression expression, @Nullable Identifier alias, String text) {}

  public record ConnectBy(@Nullable Expression startWith, Expression condition) {}

  /** UNION, INTERSECT, EXCEPT (also MINUS); left-associative, INTERSECT first. */
  public record SetOperation(
      SetOperator operator, boolean all, boolean byName, Body left, Body right) implements Body {}

  public record Values(List<List<Expression>> rows) implements Body {}

  /** A parenthesised query with an ORDER BY, LIMIT or WITH of its own. */
  public record Nested(Query query) implements Body {}

  public enum SetOperator {
    UNION,
    INTERSECT,
    EXCEPT
  }

  /** What rows are grouped by. */
  public sealed interface GroupBy {
    /** GROUP BY ALL. */
    record All() implements GroupBy {}

    record Elements(List<Element> elements) implements GroupBy {}
  }

  /** One element of GROUP BY. */
  public sealed interface Element {
    record Simple(Expression expression) implements Element {}

    record Rollup(List<Expression> expressions) implements Element {}

    record Cube(List<Expression> expressions) implements Element {}

    /** Each inner list is one set; the empty list is the grand total. */
    record GroupingSets(List<List<Expression>> sets) implements Element {}
  }
}
