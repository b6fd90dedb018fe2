package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;

/** A sequence. */
public record SequenceDefinition(Header header, long start, long increment, boolean ordered)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.SEQUENCE;
  }

  @Override
  public SequenceDefinition withHeader(Header newHeader) {
    return new SequenceDefinition(newHeader, start, increment, ordered);
  }
}
