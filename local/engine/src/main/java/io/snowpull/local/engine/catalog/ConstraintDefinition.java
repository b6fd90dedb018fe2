package io.snowpull.local.engine.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declared constraint; references is null except for foreign keys. */
public record ConstraintDefinition(
    String name, Type type, List<String> columns, @Nullable ForeignKey references) {

  /** The kinds of constraint. */
  public enum Type {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY
  }

  /** The referenced table as written and its columns, in the order of the referencing ones. */
  public record ForeignKey(List<String> table, List<String> columns) {}
}
