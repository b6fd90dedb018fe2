package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import org.jspecify.annotations.Nullable;

/** An internal named stage; its files are in the directory the stage store gives it. */
public record StageDefinition(
    Header header,
    String directory,
    java.util.SortedMap<String, String> fileFormat,
    boolean directoryTable,
    @Nullable String temporaryOf)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.STAGE;
  }

  @Override
  public StageDefinition withHeader(Header newHeader) {
    return new StageDefinition(newHeader, directory, fileFormat, directoryTable, temporaryOf);
  }
}
