package io.snowpull.packaging.deploy;

import static io.snowpull.packaging.deploy.SqlValue.name;
import static io.snowpull.packaging.deploy.SqlValue.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs an application with everything it may use, or brings it to another version. Safe to
 * repeat: what is there is altered, never replaced, so that grants and bindings stay.
 */
public final class Installer {
  private final AccountSession session;
  private final InstallationNames names;

  public Installer(AccountSession session, InstallationNames names) {
    this.session = session;
    this.names = names;
  }

  public void install(DeployedVersion version, GitHubAccess access) {
    createWarehouse();
    createSecret(access);
    allowEgress(access);
    createOrUpgrade(version);
    grant();
    bindWarehouse();
  }

  private void createWarehouse() {
    session.run(
        SqlStatement.of(
            "CREATE WAREHOUSE IF NOT EXISTS {} WAREHOUSE_SIZE = XSMALL AUTO_SUSPEND = 60"
                + " INITIALLY_SUSPENDED = TRUE",
            name(names.warehouse())));
    session.run(SqlStatement.of("USE WAREHOUSE {}", name(names.warehouse())));
  }

  private void createSecret(GitHubAccess access) {
    SqlValue schema = name(names.secretsDatabase(), InstallationNames.PUBLIC);
    SqlValue token = new SqlValue.Secret(access.token());
    session.run(SqlStatement.of("CREATE DATABASE IF NOT EXISTS {}", name(names.secretsDatabase())));
    session.run(SqlStatement.of("CREATE SCHEMA IF NOT EXISTS {}", schema));
    session.run(
        SqlStatement.of(
            "CREATE SECRET IF NOT EXISTS {} TYPE = GENERIC_STRING SECRET_STRING = {}",
            names.secretName(),
            token));
    session.run(
        SqlStatement.of("ALTER SECRET {} SET SECRET_STRING = {}", names.secretName(), token));
  }

  private void allowEgress(GitHubAccess access) {
    SqlValue hosts = SqlValue.texts(access.hostPorts());
    SqlValue schema = name(names.secretsDatabase(), InstallationNames.PUBLIC);
    boolean hasRule =
        AccountSession.contains(
            session.rows(SqlStatement.of("SHOW NETWORK RULES IN SCHEMA {}", schema)),
            names.networkRule());
    session.run(
        hasRule
            ? SqlStatement.of(
                "ALTER NETWORK RULE {} SET VALUE_LIST = ({})", names.networkRuleName(), hosts)
            : SqlStatement.of(
                "CREATE NETWORK RULE {} MODE = EGRESS TYPE = HOST_PORT VALUE_LIST = ({})",
                names.networkRuleName(),
                hosts));
    boolean hasIntegration =
        AccountSession.contains(
            session.rows(
                SqlStatement.of(
                    "SHOW EXTERNAL ACCESS INTEGRATIONS LIKE {}", text(names.integration().text()))),
            names.integration());
    SqlValue[] values = {name(names.integration()), names.networkRuleName(), names.secretName()};
    session.run(
        hasIntegration
            ? SqlStatement.of(
                "ALTER EXTERNAL ACCESS INTEGRATION {} SET ALLOWED_NETWORK_RULES = ({})"
                    + " ALLOWED_AUTHENTICATION_SECRETS = ({}) ENABLED = TRUE",
                values)
            : SqlStatement.of(
                "CREATE EXTERNAL ACCESS INTEGRATION {} ALLOWED_NETWORK_RULES = ({})"
                    + " ALLOWED_AUTHENTICATION_SECRETS = ({}) ENABLED = TRUE",
                values));
  }

  private void createOrUpgrade(DeployedVersion version) {
    Optional<Map<String, String>> installed = installed();
    SqlValue application = name(names.application());
    SqlValue number = name(version.names().version());
    SqlValue patch = new SqlValue.Number(version.patch());
    if (installed.isEmpty()) {
      session.run(
          SqlStatement.of(
              "CREATE APPLICATION {} FROM APPLICATION PACKAGE {} USING VERSION {} PATCH {}",
              application,
              name(version.names().applicationPackage()),
              number,
              patch));
    } else if (!isAt(installed.get(), version)) {
      session.run(
          SqlStatement.of(
              "ALTER APPLICATION {} UPGRADE USING VERSION {} PATCH {}",
              application,
              number,
              patch));
    }
  }

  private Optional<Map<String, String>> installed() {
    List<Map<String, String>> rows =
        session.rows(
            SqlStatement.of("SHOW APPLICATIONS LIKE {}", text(names.application().text())));
    return rows.stream()
        .filter(row -> names.application().text().equals(row.get("name")))
        .findFirst();
  }

  private static boolean isAt(Map<String, String> application, DeployedVersion version) {
    return version.names().version().text().equalsIgnoreCase(application.get("version"))
        && Integer.toString(version.patch()).equals(application.get("patch"));
  }

  private void grant() {
    SqlValue application = name(names.application());
    session.run(
        SqlStatement.of(
            "GRANT USAGE ON INTEGRATION {} TO APPLICATION {}",
            name(names.integration()),
            application));
    session.run(
        SqlStatement.of(
            "GRANT USAGE ON DATABASE {} TO APPLICATION {}",
            name(names.secretsDatabase()),
            application));
    session.run(
        SqlStatement.of(
            "GRANT USAGE ON SCHEMA {} TO APPLICATION {}",
            name(names.secretsDatabase(), InstallationNames.PUBLIC),
            application));
    session.run(
        SqlStatement.of(
            "GRANT READ ON SECRET {} TO APPLICATION {}", names.secretName(), application));
    session.run(SqlStatement.of("GRANT EXECUTE TASK ON ACCOUNT TO APPLICATION {}", application));
    session.run(SqlStatement.of("GRANT CREATE DATABASE ON ACCOUNT TO APPLICATION {}", application));
  }

  private void bindWarehouse() {
    session.run(
        SqlStatement.of(
            "CALL {}('WAREHOUSE_REFERENCE', 'ADD',"
                + " SYSTEM$REFERENCE('WAREHOUSE', {}, 'PERSISTENT', 'USAGE'))",
            name(names.application(), InstallationNames.PUBLIC, SqlName.of("REGISTER_REFERENCE")),
            text(names.warehouse().text())));
  }
}
