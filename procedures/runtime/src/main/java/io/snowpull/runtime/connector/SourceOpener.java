package io.snowpull.runtime.connector;

import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.source.Source;

/** Opens the source as the connector was provisioned to reach it. */
@FunctionalInterface
public interface SourceOpener {
  Source open(ConnectorConfiguration configuration);
}
