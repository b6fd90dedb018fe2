package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.QualifiedName;
import java.util.List;

/**
 * Rule, integration and specification of an application with manifest version 2; the hosts of all
 * three come from one list, as they must be the same to the letter.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/requesting-app-specs-eai">app
 *     specifications</a>
 */
record OwnedIntegrationView(
    QualifiedName rule,
    List<Listed<String>> hosts,
    Identifier integration,
    List<Boolean> secrets,
    Identifier specification,
    String label,
    String description) {

  static List<OwnedIntegrationView> of(ApplicationDefinition application) {
    return application.manifestVersion() == 2
        ? application.connections().stream().map(OwnedIntegrationView::of).toList()
        : List.of();
  }

  private static OwnedIntegrationView of(ConnectionDefinition connection) {
    return new OwnedIntegrationView(
        new QualifiedName(connection.configurationTable().schema(), connection.networkRule()),
        Listed.of(connection.hosts()),
        connection.integration(),
        connection.secrets().isEmpty() ? List.of() : List.of(true),
        connection.name(),
        connection.label(),
        connection.description());
  }
}
