package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the catalog's keys of what statements name. */
public final class ObjectKeys {

  private ObjectKeys() {}

  /** The key; a routine's has its argument types. */
  public static ObjectKey of(
      ObjectKind kind,
      ObjectName name,
      @Nullable List<TypeName> argumentTypes,
      Execution execution) {
    boolean relation = kind == ObjectKind.TABLE || kind == ObjectKind.VIEW;
    QualifiedName full =
        relation ? execution.names().relation(name) : execution.names().qualify(kind, name);
    if (kind != ObjectKind.PROCEDURE && kind != ObjectKind.FUNCTION) {
      return ObjectKey.of(kind, full);
    }
    String signature =
        argumentTypes == null
            ? "()"
            : argumentTypes.stream()
                .map(type -> ColumnTypes.of(type).name())
                .collect(Collectors.joining(", ", "(", ")"));
    return new ObjectKey(kind, full, signature);
  }
}
