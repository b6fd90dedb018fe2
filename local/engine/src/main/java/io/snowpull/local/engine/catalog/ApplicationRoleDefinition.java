package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** A role inside an application. */
public record ApplicationRoleDefinition(Header header) implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.APPLICATION_ROLE;
  }

  @Override
  public ApplicationRoleDefinition withHeader(Header newHeader) {
    return new ApplicationRoleDefinition(newHeader);
  }
}
