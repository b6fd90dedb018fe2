package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;

/** A network rule. */
public record NetworkRuleDefinition(Header header, String type, String mode, List<String> values)
    implements CatalogObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.NETWORK_RULE;
  }

  @Override
  public NetworkRuleDefinition withHeader(Header newHeader) {
    return new NetworkRuleDefinition(newHeader, type, mode, values);
  }
}
