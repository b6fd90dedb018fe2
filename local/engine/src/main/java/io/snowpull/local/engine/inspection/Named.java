package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.ddl.ObjectKeys;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the object that a DESCRIBE or SHOW GRANTS names. */
final class Named {

  private Named() {}

  static CatalogObject object(
      @Nullable ObjectKind kind,
      @Nullable ObjectName name,
      @Nullable List<TypeName> argumentTypes,
      Execution execution) {
    if (kind == null || name == null) {
      throw SnowflakeException.compilationError("the statement names no object");
    }
    ObjectKey key = ObjectKeys.of(kind, name, argumentTypes, execution);
    return execution
        .session()
        .temporary(key)
        .or(() -> execution.snapshot().find(key))
        .filter(object -> execution.services().access().sees(execution.context(), object))
        .orElseThrow(() -> SnowflakeException.doesNotExist(kind.words(), key.toString()));
  }
}
