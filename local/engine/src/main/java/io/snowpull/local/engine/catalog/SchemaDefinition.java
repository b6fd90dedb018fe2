package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** A schema; a versioned one holds only code and belongs to an application. */
public record SchemaDefinition(
    Header header, boolean versioned, boolean managedAccess, boolean isTransient)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.SCHEMA;
  }

  @Override
  public SchemaDefinition withHeader(Header newHeader) {
    return new SchemaDefinition(newHeader, versioned, managedAccess, isTransient);
  }
}
