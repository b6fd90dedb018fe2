package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression.ColumnRef;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns and aliases that an expression can name; scopes of enclosing queries are outer. */
final class Scope {

  private final List<BoundRelation> relations;
  private final @Nullable Scope outer;
  private final Map<String, Bound> aliases = new LinkedHashMap<>();

  Scope(List<BoundRelation> relations, @Nullable Scope outer) {
    this.relations = List.copyOf(relations);
    this.outer = outer;
  }

  /** The scope of an expression that can name nothing. */
  static Scope empty() {
    return new Scope(List.of(), null);
  }

  List<BoundRelation> relations() {
    return relations;
  }

  @Nullable Scope outer() {
    return outer;
  }

  /** Lets later expressions name a select item by its alias; the first of equal ones counts. */
  void alias(String name, Bound value) {
    aliases.putIfAbsent(name, value);
  }

  /** The column; fails with 000904 or 002028. */
  Bound resolve(ColumnRef reference) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Optional<Bound> found = scope.find(reference);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw SnowflakeException.invalidIdentifier(text(reference.parts()));
  }

  /** The alias of a select item, if it is one. */
  Optional<Bound> alias(String name) {
    return Optional.ofNullable(aliases.get(name));
  }

  /** The relations that a qualified star names; fails if there is none. */
  List<BoundRelation> matching(List<Identifier> qualifier) {
    List<BoundRelation> found =
        relations.stream().filter(relation -> relation.isCalled(qualifier)).toList();
    if (found.isEmpty()) {
      throw SnowflakeException.invalidIdentifier(text(qualifier));
    }
    return found;
  }

  private Optional<Bound> find(ColumnRef reference) {
    List<Identifier> qualifier = reference.parts().subList(0, reference.parts().size() - 1);
    String name = reference.last().name();
    List<BoundColumn> found = new ArrayList<>();
    for (BoundRelation relation : relations) {
      if (qualifier.isEmpty() || relation.isCalled(qualifier)) {
        relation.columns().stream()
            .filter(column -> column.name().equals(name))
            .filter(column -> !qualifier.isEmpty() || column.visible())
            .forEach(found::add);
      }
    }
    if (found.size() > 1) {
      throw SnowflakeException.ambiguousColumn(name);
    }
    if (found.size() == 1) {
      return Optional.of(found.get(0).value());
    }
    return qualifier.isEmpty() ? alias(name) : Optional.empty();
  }

  private static String text(List<Identifier> parts) {
    return parts.stream().map(Identifier::toString).collect(Collectors.joining("."));
  }
}
