package io.snowpull.local.engine.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fully qualified, already folded object name: one part for account objects, {@code
 * database.name} for schemas and application roles, {@code database.schema.name} for the rest.
 */
public record QualifiedName(@JsonValue List<String> parts) implements Comparable<QualifiedName> {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public QualifiedName {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > 3) {
      throw new IllegalArgumentException("a name has one to three parts, not " + parts);
    }
  }

  public static QualifiedName of(String... parts) {
    return new QualifiedName(List.of(parts));
  }

  /** The first part; for account objects the object's own name. */
  public String database() {
    return parts.get(0);
  }

  /** The middle part of a three-part name, or the name itself of a schema. */
  public String schema() {
    if (parts.size() < 2) {
      throw new IllegalStateException(this + " has no schema");
    }
    return parts.get(1);
  }

  /** The last part. */
  public String name() {
    return parts.get(parts.size() - 1);
  }

  /** The container's name: the schema of a table, the database of a schema. */
  public QualifiedName parent() {
    return new QualifiedName(parts.subList(0, parts.size() - 1));
  }

  public QualifiedName child(String name) {
    List<String> extended = new ArrayList<>(parts);
    extended.add(name);
    return new QualifiedName(extended);
  }

  /** True if this name lies inside the given database or schema, at any depth. */
  public boolean isInside(QualifiedName container) {
    return parts.size() > container.parts.size()
        && parts.subList(0, container.parts.size()).equals(container.parts);
  }

  /** The name as SQL: parts that need quotes have them. */
  public String toSql() {
    return parts.stream().map(QualifiedName::quoteIfNeeded).collect(Collectors.joining("."));
  }

  @Override
  public String toString() {
    return toSql();
  }

  @Override
  public int compareTo(QualifiedName other) {
    int shared = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < shared; i++) {
      int order = parts.get(i).compareTo(other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }

  /** One identifier as SQL, in quotes only where folding to upper case would change it. */
  public static String quoteIfNeeded(String identifier) {
    return identifier.matches("[A-Z_][A-Z0-9_$]*")
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
