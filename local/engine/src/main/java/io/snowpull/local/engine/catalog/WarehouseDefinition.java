package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** A virtual warehouse; here a name for a pool of workers. */
public record WarehouseDefinition(
    Header header, String size, boolean suspended, int autoSuspendSeconds, boolean autoResume)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.WAREHOUSE;
  }

  @Override
  public WarehouseDefinition withHeader(Header newHeader) {
    return new WarehouseDefinition(newHeader, size, suspended, autoSuspendSeconds, autoResume);
  }

  public WarehouseDefinition withSuspended(boolean newSuspended) {
    return new WarehouseDefinition(header, size, newSuspended, autoSuspendSeconds, autoResume);
  }
}
