package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.ast.Relation.JoinKind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds JOIN with ON, USING or NATURAL. */
final class JoinBinder {

  private final Binders binders;
  private final @Nullable Scope outer;

  JoinBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  FromItem bind(Relation.Join join, FromItem visible) {
    FromBinder from = new FromBinder(binders, outer);
    FromItem left = from.bind(join.left(), visible);
    if (join.kind() == JoinKind.ASOF) {
      throw SnowflakeException.unsupported("ASOF JOIN");
    }
    if (join.right() instanceof Relation.TableFunction function) {
      return lateral(join, left, function);
    }
    FromItem seen = new FromItem("", FromItem.both(visible.relations(), left.relations()));
    FromItem right = from.bind(join.right(), seen);
    String rightSql = join.right() instanceof Relation.Join ? "(" + right.sql() + ")" : right.sql();
    List<String> using = usingNames(join, left, right);
    String condition = using.isEmpty() ? on(join, left, right) : equalities(using, left, right);
    boolean cross = condition.isEmpty();
    String sql =
        left.sql() + (cross ? " CROSS JOIN " : keyword(join.kind())) + rightSql + condition;
    return new FromItem(sql, relations(join.kind(), using, left, right));
  }

  private FromItem lateral(Relation.Join join, FromItem left, Relation.TableFunction function) {
    boolean outerJoin = join.kind() == JoinKind.LEFT;
    FromItem item = new TableFunctionBinder(binders, outer).bind(left, function, outerJoin);
    Expression on = join.on();
    if (on == null || on.equals(new Expression.BooleanLiteral(true))) {
      return item;
    }
    if (outerJoin || !(join.kind() == JoinKind.INNER)) {
      throw SnowflakeException.unsupported("an outer join of a table function with a condition");
    }
    String condition = binders.expressions(new Scope(item.relations(), outer)).condition(on);
    String alias = item.sql().substring(item.sql().lastIndexOf(' ') + 1);
    return new FromItem(
        "(SELECT * FROM " + item.sql() + " WHERE " + condition + ") AS " + alias, item.relations());
  }

  private String on(Relation.Join join, FromItem left, FromItem right) {
    Expression on = join.on();
    if (on == null) {
      return join.kind() == JoinKind.CROSS || join.kind() == JoinKind.INNER ? "" : " ON true";
    }
    Scope scope = new Scope(FromItem.both(left.relations(), right.relations()), outer);
    return " ON " + binders.expressions(scope).condition(on);
  }

  private String equalities(List<String> names, FromItem left, FromItem right) {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      ExpressionBinder expressions = binders.expressions(Scope.empty());
      parts.add(
          expressions.operators().compare("=", column(left, name), column(right, name)).sql());
    }
    return " ON " + String.join(" AND ", parts);
  }

  private static List<String> usingNames(Relation.Join join, FromItem left, FromItem right) {
    if (!join.natural()) {
      return join.using().stream().map(Identifier::name).toList();
    }
    List<String> rightNames = visibleNames(right);
    return visibleNames(left).stream().filter(rightNames::contains).distinct().toList();
  }

  private static List<String> visibleNames(FromItem item) {
    return item.relations().stream()
        .flatMap(relation -> relation.columns().stream())
        .filter(BoundColumn::visible)
        .map(BoundColumn::name)
        .toList();
  }

  private static Bound column(FromItem item, String name) {
    return new Scope(item.relations(), null)
        .resolve(new Expression.ColumnRef(List.of(new Identifier(name)), new Position(0, -1)));
  }

  private List<BoundRelation> relations(
      JoinKind kind, List<String> using, FromItem left, FromItem right) {
    boolean leftOptional = kind == JoinKind.RIGHT || kind == JoinKind.FULL;
    boolean rightOptional = kind == JoinKind.LEFT || kind == JoinKind.FULL;
    List<BoundRelation> result = new ArrayList<>();
    for (BoundRelation relation : left.relations()) {
      BoundRelation merged =
          relation.map(
              column ->
                  using.contains(column.name()) && leftOptional
                      ? column.withValue(merged(column, column(right, column.name())))
                      : column);
      result.add(leftOptional ? merged.nullable() : merged);
    }
    for (BoundRelation relation : right.relations()) {
      BoundRelation hidden =
          relation.map(
              column ->
                  using.contains(column.name())
                      ? new BoundColumn(column.name(), column.value(), false)
                      : column);
      result.add(rightOptional ? hidden.nullable() : hidden);
    }
    return result;
  }

  /** The joined column where the left side may have no row. */
  private Bound merged(BoundColumn left, Bound right) {
    Conversions conversions = new Conversions(binders.context().zone());
    return Bound.of(
        "coalesce("
            + left.value().sql()
            + ", "
            + conversions.coerce(right, left.value().type()).sql()
            + ")",
        left.value().type());
  }

  private static String keyword(JoinKind kind) {
    return switch (kind) {
      case INNER, CROSS, ASOF -> " JOIN ";
      case LEFT -> " LEFT JOIN ";
      case RIGHT -> " RIGHT JOIN ";
      case FULL -> " FULL JOIN ";
    };
  }
}
