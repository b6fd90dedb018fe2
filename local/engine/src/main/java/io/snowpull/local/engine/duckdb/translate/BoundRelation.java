package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Identifier;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A relation in scope.
 *
 * @param path its alias alone, or the parts of its name; empty if nothing can qualify it
 */
record BoundRelation(List<Identifier> path, List<BoundColumn> columns) {

  BoundRelation {
    path = List.copyOf(path);
    columns = List.copyOf(columns);
  }

  boolean isCalled(List<Identifier> qualifier) {
    int from = path.size() - qualifier.size();
    return from >= 0 && path.subList(from, path.size()).equals(qualifier);
  }

  BoundRelation map(UnaryOperator<BoundColumn> change) {
    return new BoundRelation(path, columns.stream().map(change).toList());
  }

  /** The same columns on the side of an outer join that may have no row. */
  BoundRelation nullable() {
    return map(
        column ->
            column.withValue(
                new Bound(
                    column.value().sql(), column.value().type(), true, column.value().form())));
  }
}
