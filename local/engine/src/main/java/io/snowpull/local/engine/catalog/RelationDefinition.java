package io.snowpull.local.engine.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand in FROM by its name: a table or a view. */
public sealed interface RelationDefinition extends CatalogObject
    permits TableDefinition, ViewDefinition {

  List<ColumnDefinition> columns();

  /** The session that a temporary relation belongs to; null for all others. */
  @Nullable String temporaryOf();
}
