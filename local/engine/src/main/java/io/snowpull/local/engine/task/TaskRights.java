package io.snowpull.local.engine.task;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.TaskDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.nativeapp.BoundReferences;
import io.snowpull.local.engine.nativeapp.ReferenceText;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import java.util.Optional;

/** Whether a task may run now, and where: asked anew for each run. */
final class TaskRights {
  private final Catalog catalog;
  private final AccessControl access;

  TaskRights(Catalog catalog, AccessControl access) {
    this.catalog = catalog;
    this.access = access;
  }

  /**
   * The context of a run: the owner in the task's schema, on the task's warehouse.
   *
   * @throws SnowflakeException that names the privilege or binding that is missing
   */
  Context require(TaskDefinition task) {
    Context owner = new Context(task.owner(), task.name().database(), task.name().schema(), null);
    requireOnAccount(owner, "EXECUTE TASK", task);
    String warehouse = task.warehouse();
    if (warehouse == null) {
      requireOnAccount(owner, "EXECUTE MANAGED TASK", task);
      return owner;
    }
    return owner.withWarehouse(warehouse(warehouse, owner));
  }

  private void requireOnAccount(Context owner, String privilege, TaskDefinition task) {
    if (!access.holdsOnAccount(owner, privilege)) {
      // Source: what Snowflake answers when the owner of a task lacks the privilege.
      throw new SnowflakeException(
          "091089",
          "23001",
          "Cannot execute task , "
              + privilege
              + " privilege must be granted to owner role "
              + task.owner().displayName());
    }
  }

  private String warehouse(String stored, Context owner) {
    Optional<String> reference = ReferenceText.name(stored);
    ObjectKey key =
        reference
            .map(name -> BoundReferences.require(catalog.snapshot(), owner.principal(), name))
            .orElseGet(() -> ObjectKey.of(ObjectKind.WAREHOUSE, QualifiedName.of(stored)));
    return catalog
        .snapshot()
        .find(key)
        .filter(WarehouseDefinition.class::isInstance)
        .filter(found -> reference.isPresent() || access.holds(owner, "USAGE", found))
        .map(found -> found.name().name())
        .orElseThrow(() -> SnowflakeException.doesNotExist("Warehouse", key.name().toSql()));
  }
}
