package io.snowpull.local.engine.session;

import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * As whom and where a statement runs. Inside an owner's-rights procedure it is the owner, in the
 * procedure's schema; else what the session has set with USE.
 */
public record Context(
    Principal principal,
    @Nullable String database,
    @Nullable String schema,
    @Nullable String warehouse) {

  public Context withPrincipal(Principal newPrincipal) {
    return new Context(newPrincipal, database, schema, warehouse);
  }

  /** The same in another database; the schema is null when none is chosen. */
  public Context in(@Nullable String newDatabase, @Nullable String newSchema) {
    return new Context(principal, newDatabase, newSchema, warehouse);
  }

  /** The same in the given schema. */
  public Context in(QualifiedName newSchema) {
    return in(newSchema.database(), newSchema.schema());
  }

  public Context withWarehouse(@Nullable String newWarehouse) {
    return new Context(principal, database, schema, newWarehouse);
  }
}
