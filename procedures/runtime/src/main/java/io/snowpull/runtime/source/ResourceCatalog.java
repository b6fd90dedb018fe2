package io.snowpull.runtime.source;

import java.util.List;

/** What a source says an owner has. */
@FunctionalInterface
public interface ResourceCatalog {
  /**
   * Every resource of an owner that the credential may see.
   *
   * @throws io.snowpull.runtime.failure.ConnectorException when there is no such owner
   */
  List<CatalogEntry> list(String owner);
}
