package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;

/** An integration; external access is the kind whose properties the local account acts upon. */
public record IntegrationDefinition(
    Header header,
    String type,
    boolean enabled,
    List<QualifiedName> networkRules,
    List<QualifiedName> secrets)
    implements CatalogObject {

  /** The type of an external access integration, as SHOW INTEGRATIONS prints it. */
  public static final String EXTERNAL_ACCESS = "EXTERNAL_ACCESS";

  @Override
  public ObjectKind kind() {
    return ObjectKind.INTEGRATION;
  }

  @Override
  public IntegrationDefinition withHeader(Header newHeader) {
    return new IntegrationDefinition(newHeader, type, enabled, networkRules, secrets);
  }
}
