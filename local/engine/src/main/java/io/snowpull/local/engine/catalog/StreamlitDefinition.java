package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import org.jspecify.annotations.Nullable;

/** A Streamlit app: where its files are and which of them is the page. */
public record StreamlitDefinition(
    Header header,
    String rootLocation,
    String mainFile,
    @Nullable String title,
    @Nullable String queryWarehouse)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.STREAMLIT;
  }

  @Override
  public StreamlitDefinition withHeader(Header newHeader) {
    return new StreamlitDefinition(newHeader, rootLocation, mainFile, title, queryWarehouse);
  }
}
