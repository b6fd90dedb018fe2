package io.snowpull.runtime.connector;

import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.Inventory;

/** Opens the list of what a source has as the connector was provisioned to reach it. */
@FunctionalInterface
public interface InventoryOpener {
  /**
   * @param options what the resource is read with
   */
  Inventory open(ConnectorConfiguration configuration, ResourceOptions options);
}
