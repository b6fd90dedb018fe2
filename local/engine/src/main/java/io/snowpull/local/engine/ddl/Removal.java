package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.RelationSources;
import java.sql.SQLException;
import java.util.List;

/** Takes an object away with everything in it, in the catalog and on disk. */
public final class Removal {

  private final Execution execution;

  public Removal(Execution execution) {
    this.execution = execution;
  }

  /** Removes the object, what is inside it, and all grants on these. */
  public void remove(CatalogObject object, CatalogChange change) throws SQLException {
    if (object.kind() == ObjectKind.DATABASE || object.kind() == ObjectKind.SCHEMA) {
      List<CatalogObject> inside = change.snapshot().inside(object.name());
      // Schemas come first in the catalog's order, and last here: what is in them goes before.
      for (int i = inside.size() - 1; i >= 0; i--) {
        removeOne(inside.get(i), change);
      }
    }
    removeOne(object, change);
  }

  private void removeOne(CatalogObject object, CatalogChange change) throws SQLException {
    QualifiedName name = object.name();
    if (object instanceof TableDefinition table) {
      PhysicalName physical = RelationSources.physical(table);
      change.connection().tables().dropTable(physical);
      for (ColumnDefinition column : table.columns()) {
        if (column.identity() != null) {
          change.connection().tables().dropSequence(physical.autoIncrement(column.name()));
        }
      }
    } else if (object.kind() == ObjectKind.SEQUENCE) {
      change
          .connection()
          .tables()
          .dropSequence(PhysicalName.of(name.database(), name.schema(), name.name()));
    } else if (object.kind() == ObjectKind.SCHEMA) {
      change
          .connection()
          .tables()
          .dropSchema(PhysicalName.schemaName(name.database(), name.schema()));
    } else if (object instanceof StageDefinition stage) {
      execution.services().stages().discard(stage.directory());
    } else if (object.kind() == ObjectKind.SECRET) {
      execution.services().secrets().forget(change, name);
    }
    change.remove(object);
  }
}
