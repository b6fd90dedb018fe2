package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.OrderItem;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.Query.Select;
import io.snowpull.local.engine.ast.Query.SelectItem;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds one SELECT. */
final class SelectBinder {

  private final Binders binders;
  private final @Nullable Scope outer;
  private final List<Column> columns = new ArrayList<>();
  private final List<Bound> items = new ArrayList<>();

  SelectBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  BoundQuery bind(
      Select select,
      List<OrderItem> orderBy,
      @Nullable Expression limit,
      @Nullable Expression offset) {
    if (select.connectBy() != null) {
      throw SnowflakeException.unsupported("CONNECT BY; use a recursive WITH instead");
    }
    FromItem from = new FromBinder(binders, outer).bind(select.from());
    Scope scope = new Scope(from.relations(), outer);
    ExpressionBinder expressions = binders.expressions(scope);
    for (SelectItem item : select.items()) {
      item(item, scope, expressions);
    }
    OrderBinder order =
        new OrderBinder(expressions, columns, select.distinct() ? List.of() : items);
    Expression rows = limit == null ? select.top() : limit;
    String sql =
        "SELECT "
            + (select.distinct() ? "DISTINCT " : "")
            + selectList()
            + (from.sql().isEmpty() ? "" : " FROM " + from.sql())
            + clause(" WHERE ", select.where(), expressions)
            + groupBy(select.groupBy(), expressions)
            + clause(" HAVING ", select.having(), expressions)
            + clause(" QUALIFY ", select.qualify(), expressions)
            + order.orderBy(orderBy)
            + order.limit(rows, offset);
    return new BoundQuery(sql, columns);
  }

  private void item(SelectItem item, Scope scope, ExpressionBinder expressions) {
    if (item.expression() instanceof Expression.Star star) {
      star(star, scope, expressions);
      return;
    }
    Bound value = expressions.bind(item.expression());
    Identifier alias = item.alias();
    add(alias == null ? name(item) : alias.name(), value);
    if (alias != null) {
      scope.alias(alias.name(), value);
    }
  }

  private void star(Expression.Star star, Scope scope, ExpressionBinder expressions) {
    boolean bare = star.qualifier().isEmpty();
    List<BoundRelation> relations = bare ? scope.relations() : scope.matching(star.qualifier());
    if (relations.isEmpty()) {
      throw SnowflakeException.compilationError("SELECT with no columns");
    }
    for (BoundRelation relation : relations) {
      for (BoundColumn column : relation.columns()) {
        boolean excluded =
            star.exclude().stream().anyMatch(name -> name.name().equals(column.name()));
        if (!excluded && (column.visible() || !bare) && matches(star.ilike(), column.name())) {
          add(renamed(star, column.name()), replaced(star, column, expressions));
        }
      }
    }
  }

  private static boolean matches(@Nullable String pattern, String name) {
    if (pattern == null) {
      return true;
    }
    String regex =
        pattern
            .chars()
            .mapToObj(
                c ->
                    c == '%'
                        ? ".*"
                        : c == '_' ? "." : java.util.regex.Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return java.util.regex.Pattern.compile(regex, java.util.regex.Pattern.CASE_INSENSITIVE)
        .matcher(name)
        .matches();
  }

  private static Bound replaced(
      Expression.Star star, BoundColumn column, ExpressionBinder expressions) {
    return star.replace().stream()
        .filter(replacement -> replacement.name().name().equals(column.name()))
        .findFirst()
        .map(replacement -> expressions.bind(replacement.value()))
        .orElse(column.value());
  }

  private static String renamed(Expression.Star star, String name) {
    return star.rename().stream()
        .filter(renaming -> renaming.from().name().equals(name))
        .findFirst()
        .map(renaming -> renaming.to().name())
        .orElse(name);
  }

  private void add(String name, Bound value) {
    columns.add(new Column(name, value.type(), value.nullable()));
    items.add(value);
  }

  private String selectList() {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Bound item = items.get(i);
      String sql =
          item.isNull() ? "CAST(NULL AS " + PhysicalTypes.duckdb(item.type()) + ")" : item.sql();
      list.add(sql + " AS " + BoundQuery.column(i));
    }
    return String.join(", ", list);
  }

  private static String clause(
      String keyword, @Nullable Expression condition, ExpressionBinder expressions) {
    return condition == null ? "" : keyword + expressions.condition(condition);
  }

  private String groupBy(Query.@Nullable GroupBy groupBy, ExpressionBinder expressions) {
    if (groupBy == null) {
      return "";
    }
    if (groupBy instanceof Query.GroupBy.Elements elements) {
      return " GROUP BY "
          + elements.elements().stream()
              .map(element -> element(element, expressions))
              .collect(Collectors.joining(", "));
    }
    return " GROUP BY ALL";
  }

  private String element(Query.Element element, ExpressionBinder expressions) {
    if (element instanceof Query.Element.Simple simple) {
      return key(simple.expression(), expressions);
    } else if (element instanceof Query.Element.Rollup rollup) {
      return "ROLLUP " + keys(rollup.expressions(), expressions);
    } else if (element instanceof Query.Element.Cube cube) {
      return "CUBE " + keys(cube.expressions(), expressions);
    }
    return ((Query.Element.GroupingSets) element)
        .sets().stream()
            .map(set -> keys(set, expressions))
            .collect(Collectors.joining(", ", "GROUPING SETS (", ")"));
  }

  private String keys(List<Expression> keys, ExpressionBinder expressions) {
    return keys.stream()
        .map(key -> key(key, expressions))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String key(Expression key, ExpressionBinder expressions) {
    if (key instanceof Expression.NumberLiteral number && number.text().matches("\\d+")) {
      int position = Integer.parseInt(number.text());
      if (position < 1 || position > items.size()) {
        throw SnowflakeException.compilationError(
            "[" + position + "] is not a valid group by expression");
      }
      return items.get(position - 1).sql();
    }
    return expressions.bind(key).sql();
  }

  /** The name of a column without alias: the column's own, or the expression's text. */
  private static String name(SelectItem item) {
    if (item.expression() instanceof Expression.ColumnRef column) {
      return column.last().name();
    }
    return item.text().toUpperCase(Locale.ROOT);
  }
}
