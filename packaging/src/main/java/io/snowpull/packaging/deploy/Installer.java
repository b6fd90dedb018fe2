package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.ApplicationStatements;
import io.snowpull.ddl.deployment.ConnectionStatements;
import io.snowpull.ddl.deployment.WarehouseStatements;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs an application with everything it may use, or brings it to another version. Safe to
 * repeat: what is there is altered, never replaced, so that grants and bindings stay.
 */
public final class Installer {
  private final AccountSession session;
  private final ApplicationModel model;
  private final InstallationNames names;
  private final ApplicationStatements application;
  private final ConnectionStatements connection;

  public Installer(AccountSession session, ApplicationModel model, InstallationNames names) {
    this.session = session;
    this.model = model;
    this.names = names;
    this.application = names.applicationStatements();
    this.connection = names.connectionStatements();
  }

  public void install(DeployedVersion version, GitHubAccess access) {
    createWarehouse();
    createSecret(access);
    allowEgress(access);
    if (installed().isEmpty()) {
      create(version);
    } else {
      upgradeIfInstalled(version);
    }
    connection.grantTo(names.application().text()).forEach(session::run);
    model.privileges().forEach(privilege -> session.run(application.grant(privilege)));
    model.warehouses().forEach(this::bindWarehouse);
  }

  private void createWarehouse() {
    WarehouseStatements warehouse = new WarehouseStatements(names.warehouse().text());
    session.run(warehouse.create());
    session.run(warehouse.use());
  }

  private void createSecret(GitHubAccess access) {
    session.run(connection.createDatabase());
    session.run(connection.createSchema());
    session.run(connection.createSecret(access.token()));
    session.run(connection.setSecret(access.token()));
  }

  private void allowEgress(GitHubAccess access) {
    boolean hasRule =
        AccountSession.contains(session.rows(connection.showNetworkRules()), names.networkRule());
    session.run(
        hasRule
            ? connection.setNetworkRule(access.hostPorts())
            : connection.createNetworkRule(access.hostPorts()));
    boolean hasIntegration =
        AccountSession.contains(session.rows(connection.showIntegrations()), names.integration());
    session.run(hasIntegration ? connection.setIntegration() : connection.createIntegration());
  }

  private void create(DeployedVersion version) {
    session.run(
        application.create(
            version.names().applicationPackage().text(),
            version.names().version().text(),
            version.patch()));
  }

  /**
   * Brings an installed application to a version.
   *
   * @return whether it was installed at another one
   */
  private boolean upgradeIfInstalled(DeployedVersion version) {
    Optional<Map<String, String>> installed = installed();
    if (installed.isEmpty() || isAt(installed.get(), version)) {
      return false;
    }
    session.run(application.upgrade(version.names().version().text(), version.patch()));
    return true;
  }

  /**
   * Brings the installed application to a version.
   *
   * @return whether it was at another one before
   * @throws DeploymentException NOT_INSTALLED when there is none
   */
  public boolean upgrade(DeployedVersion version) {
    if (installed().isEmpty()) {
      throw new DeploymentException(
          "NOT_INSTALLED", "there is no application " + names.application() + ": install it first");
    }
    return upgradeIfInstalled(version);
  }

  private Optional<Map<String, String>> installed() {
    List<Map<String, String>> rows = session.rows(application.show());
    return rows.stream()
        .filter(row -> names.application().text().equals(row.get("name")))
        .findFirst();
  }

  private static boolean isAt(Map<String, String> application, DeployedVersion version) {
    return version.names().version().text().equalsIgnoreCase(application.get("version"))
        && Integer.toString(version.patch()).equals(application.get("patch"));
  }

  private void bindWarehouse(ApplicationModel.Reference reference) {
    for (String privilege : reference.privileges()) {
      session.run(
          application.bind(
              reference.callback(),
              reference.name(),
              reference.type(),
              names.warehouse().text(),
              privilege));
    }
  }
}
