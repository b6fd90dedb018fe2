package io.snowpull.processor.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * The procedures that are generated for it, with their argument types.
   *
   * @param manifestVersion with version 2 the integration is the application's own, and only
   *     secrets are bound by name
   */
  public Map<QualifiedName, List<SqlType>> procedures(int manifestVersion) {
    Map<QualifiedName, List<SqlType>> procedures = new LinkedHashMap<>();
    int names = secrets.size() + (manifestVersion == 1 ? 1 : 0);
    if (names > 0) {
      procedures.put(inBindSchema("BIND_CONNECTION"), Collections.nCopies(names, SqlType.VARCHAR));
      if (!reference.isEmpty()) {
        procedures.put(inBindSchema("BIND_REFERENCES"), List.of());
      }
      procedures.put(inBindSchema("REBIND_CONNECTION"), List.of());
    }
    return procedures;
  }

  /** A generated procedure of that name. */
  public QualifiedName inBindSchema(String name) {
    return new QualifiedName(bindSchema, new Identifier(name));
  }

  /** A secret of the service, read by its alias. */
  public record SecretDefinition(
      String alias,
      Keyword type,
      Identifier name,
      String description,
      List<Identifier> reference,
      String configurationField) {}
}
