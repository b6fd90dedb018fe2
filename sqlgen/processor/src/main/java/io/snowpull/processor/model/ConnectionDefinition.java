package io.snowpull.processor.model;

import java.util.List;

/**
 * The outside service.
 *
 * @param reference reference of the integration: none or one
 */
public record ConnectionDefinition(
    Origin origin,
    Identifier name,
    String label,
    String description,
    List<String> hosts,
    Identifier integration,
    Identifier networkRule,
    List<SecretDefinition> secrets,
    List<Identifier> reference,
    Identifier bindSchema,
    QualifiedName configurationTable,
    String configurationKey,
    String configurationField,
    QualifiedName failureTable) {

  /** A secret of the service, read by its alias. */
  public record SecretDefinition(
      String alias,
      Keyword type,
      Identifier name,
      String description,
      List<Identifier> reference,
      String configurationField) {}
}
