package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.SortedMap;

/** A named file format: its type and its options as written, option names in upper case. */
public record FileFormatDefinition(Header header, String type, SortedMap<String, String> options)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.FILE_FORMAT;
  }

  @Override
  public FileFormatDefinition withHeader(Header newHeader) {
    return new FileFormatDefinition(newHeader, type, options);
  }
}
