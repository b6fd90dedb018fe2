package io.snowpull.local.engine.duckdb.translate;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins each row with the elements of a list computed from it, in the rows' order.
 *
 * <p>This is a projection with UNNEST around what stands left, not DuckDB's LATERAL, which would
 * join the distinct lists by hash and lose both order and speed.
 */
final class LateralRows {

  private final Translation translation;

  LateralRows(Translation translation) {
    this.translation = translation;
  }

  /** The joined item, and how DuckDB calls the element, the input and the row's number in it. */
  record Joined(FromItem left, String alias) {
    String element() {
      return alias + ".u";
    }

    String input() {
      return alias + ".t";
    }

    String rowNumber() {
      return alias + ".s";
    }

    FromItem with(BoundRelation relation) {
      return new FromItem(left.sql(), FromItem.both(left.relations(), List.of(relation)));
    }
  }

  /**
   * @param input the value that the list is computed from
   * @param list the list, in terms of {@code x.t}
   */
  Joined join(FromItem left, String input, String list) {
    String alias = translation.alias();
    List<String> inner = new ArrayList<>();
    List<String> outer = new ArrayList<>();
    List<BoundRelation> relations = new ArrayList<>();
    for (BoundRelation relation : left.relations()) {
      relations.add(
          relation.map(
              column -> {
                String name = "l" + inner.size();
                inner.add(column.value().sql() + " AS " + name);
                outer.add("x." + name);
                return column.withValue(
                    new Bound(
                        alias + "." + name,
                        column.value().type(),
                        column.value().nullable(),
                        Bound.Form.VALUE));
              }));
    }
    inner.add(input + " AS t");
    inner.add((left.sql().isEmpty() ? "1" : "row_number() OVER ()") + " AS s");
    outer.add("x.t");
    outer.add("x.s");
    outer.add("unnest(" + list + ") AS u");
    String sql =
        "(SELECT "
            + String.join(", ", outer)
            + " FROM (SELECT "
            + String.join(", ", inner)
            + (left.sql().isEmpty() ? "" : " FROM " + left.sql())
            + ") AS x) AS "
            + alias;
    return new Joined(new FromItem(sql, relations), alias);
  }
}
