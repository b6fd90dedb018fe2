package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.RelationSources;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.sql.SQLException;
import java.util.Optional;

/** DROP of any kind. */
final class ObjectDrop {

  Result drop(SchemaStatement.Drop drop, Execution execution) {
    ObjectKey key = ObjectKeys.of(drop.kind(), drop.name(), drop.argumentTypes(), execution);
    Optional<CatalogObject> temporary = execution.session().temporary(key);
    if (temporary.isPresent()) {
      dropTemporary(temporary.get(), execution);
      return dropped(key);
    }
    Optional<CatalogObject> found =
        execution
            .snapshot()
            .find(key)
            .filter(object -> execution.services().access().sees(execution.context(), object));
    if (found.isEmpty()) {
      if (drop.ifExists()) {
        return Result.status(
            StatementType.DDL,
            "Drop statement executed successfully (" + key.name().name() + " already dropped).");
      }
      throw SnowflakeException.doesNotExist(drop.kind().words(), key.toString());
    }
    CatalogObject object = found.get();
    if (object.kind() != drop.kind() && drop.kind() != ObjectKind.DATABASE) {
      throw SnowflakeException.compilationError(
          "Object found is of type '"
              + object.kind().words()
              + "' specified type is '"
              + drop.kind().words()
              + "'.");
    }
    execution.services().access().require(execution.context(), "OWNERSHIP", object);
    execution
        .catalog()
        .change(
            change -> {
              remove(object, change, execution);
              return object;
            });
    leave(object, execution);
    return dropped(key);
  }

  private static void remove(CatalogObject object, CatalogChange change, Execution execution)
      throws SQLException {
    Removal removal = new Removal(execution);
    if (object.kind() == ObjectKind.APPLICATION
        || object.kind() == ObjectKind.APPLICATION_PACKAGE) {
      removeNamespace(object, change, removal);
    }
    removal.remove(object, change);
  }

  /** With an application goes its database, and every object elsewhere that it owns. */
  private static void removeNamespace(CatalogObject object, CatalogChange change, Removal removal)
      throws SQLException {
    Principal self = new Principal.Application(object.name().name());
    for (CatalogObject owned : change.snapshot().all(CatalogObject.class).toList()) {
      boolean outside = !owned.name().database().equals(object.name().name());
      if (outside
          && owned.owner().equals(self)
          && change.snapshot().find(owned.key()).isPresent()) {
        removal.remove(owned, change);
      }
    }
    Optional<CatalogObject> database =
        change.snapshot().find(ObjectKey.of(ObjectKind.DATABASE, object.name()));
    if (database.isPresent()) {
      removal.remove(database.get(), change);
    }
    for (CatalogObject inner : change.snapshot().inside(object.name())) {
      removal.remove(inner, change);
    }
  }

  private static void leave(CatalogObject object, Execution execution) {
    var context = execution.context();
    if (object.kind() == ObjectKind.DATABASE && object.name().name().equals(context.database())) {
      execution.use(context.in(null, null));
    } else if (object.kind() == ObjectKind.SCHEMA
        && object.name().database().equals(context.database())
        && object.name().schema().equals(context.schema())) {
      execution.use(context.in(context.database(), null));
    }
  }

  /** Drops a session's temporary object, on disk too. */
  static void dropTemporary(CatalogObject object, Execution execution) {
    execution.session().removeTemporary(object.key());
    if (object instanceof StageDefinition stage) {
      execution.services().stages().discard(stage.directory());
    } else if (object instanceof TableDefinition table) {
      PhysicalName physical = RelationSources.physical(table);
      execution
          .catalog()
          .change(
              change -> {
                change.connection().tables().dropTable(physical);
                for (ColumnDefinition column : table.columns()) {
                  if (column.identity() != null) {
                    change
                        .connection()
                        .tables()
                        .dropSequence(physical.autoIncrement(column.name()));
                  }
                }
                return table;
              });
    }
  }

  private static Result dropped(ObjectKey key) {
    return Result.status(StatementType.DDL, key.name().name() + " successfully dropped.");
  }
}
