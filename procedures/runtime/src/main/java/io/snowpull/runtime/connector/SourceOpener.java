package io.snowpull.runtime.connector;

import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.Source;

/** Opens the source as the connector was provisioned to reach it. */
@FunctionalInterface
public interface SourceOpener {
  /**
   * @param options what the resource is read with
   */
  Source open(ConnectorConfiguration configuration, ResourceOptions options);
}
