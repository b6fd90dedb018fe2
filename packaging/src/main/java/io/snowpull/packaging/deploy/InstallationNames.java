package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.ApplicationStatements;
import io.snowpull.ddl.deployment.ConnectionStatements;
import java.util.List;

/**
 * What an installation is called in the consumer's account.
 *
 * @param secretsDatabase holds the network rule and the secret, in its schema PUBLIC
 */
public record InstallationNames(
    SqlName application,
    SqlName secretsDatabase,
    SqlName networkRule,
    SqlName secret,
    SqlName integration,
    SqlName warehouse) {
  private static final String SCHEMA = "PUBLIC";

  /** The names that the application proposes. */
  public static InstallationNames of(ApplicationModel application, String warehouse) {
    ApplicationModel.Egress egress = application.egress();
    return new InstallationNames(
        application.name(),
        application.name().plus("_SECRETS"),
        egress.networkRule(),
        egress.secret(),
        egress.integration(),
        SqlName.of(warehouse));
  }

  /** The same under another name; what is made for it alone is named after it. */
  public InstallationNames named(SqlName other) {
    return new InstallationNames(
        other, other.plus("_SECRETS"), networkRule, secret, integration, warehouse);
  }

  ApplicationStatements applicationStatements() {
    return new ApplicationStatements(application.text());
  }

  ConnectionStatements connectionStatements() {
    return new ConnectionStatements(
        List.of(secretsDatabase.text(), SCHEMA),
        networkRule.text(),
        secret.text(),
        integration.text());
  }

  /** For the connector's configuration: {@code DATABASE.SCHEMA.SECRET}. */
  public String qualifiedSecret() {
    return String.join(".", secretsDatabase.text(), SCHEMA, secret.text());
  }
}
