package io.snowpull.local.engine.duckdb.translate;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in FROM so far.
 *
 * @param sql empty if there is nothing yet
 */
record FromItem(String sql, List<BoundRelation> relations) {

  static final FromItem NONE = new FromItem("", List.of());

  FromItem {
    relations = List.copyOf(relations);
  }

  FromItem cross(FromItem right) {
    if (sql.isEmpty()) {
      return right;
    }
    return new FromItem(sql + " CROSS JOIN " + right.sql, both(relations, right.relations));
  }

  static List<BoundRelation> both(List<BoundRelation> left, List<BoundRelation> right) {
    List<BoundRelation> all = new ArrayList<>(left);
    all.addAll(right);
    return all;
  }
}
