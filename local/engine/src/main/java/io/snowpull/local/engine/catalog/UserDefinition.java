package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A user of the account. The password's hash is not here but with the account; defaults are null
 * when none is set.
 */
public record UserDefinition(
    Header header,
    boolean disabled,
    @Nullable String defaultRole,
    @Nullable String defaultWarehouse,
    @Nullable String defaultNamespace)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.USER;
  }

  @Override
  public UserDefinition withHeader(Header newHeader) {
    return new UserDefinition(newHeader, disabled, defaultRole, defaultWarehouse, defaultNamespace);
  }
}
