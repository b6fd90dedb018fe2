package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** An account role. */
public record RoleDefinition(Header header) implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.ROLE;
  }

  @Override
  public RoleDefinition withHeader(Header newHeader) {
    return new RoleDefinition(newHeader);
  }
}
