package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.ApplicationStatements;
import io.snowpull.ddl.deployment.ConnectionStatements;
import io.snowpull.ddl.deployment.GrantsScript;
import io.snowpull.ddl.deployment.WarehouseStatements;
import java.util.HashMap;
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

  /** The same, without giving anybody a role. */
  public void install(DeployedVersion version, GitHubAccess access) {
    install(version, access, Map.of());
  }

  /**
   * Runs the {@code grants.sql} of the package, with its values.
   *
   * @param roles account roles by the application role that they are given; the others are given to
   *     nobody
   */
  public void install(DeployedVersion version, GitHubAccess access, Map<SqlName, SqlName> roles) {
    WarehouseStatements warehouse = new WarehouseStatements(names.warehouse().text());
    session.run(warehouse.create());
    session.run(warehouse.use());
    for (GrantsScript.Step step : model.grants().steps(values(version, roles))) {
      switch (step.kind()) {
        case NETWORK_RULE -> allowEgress(step, access);
        case SECRET -> {
          session.run(step.statement());
          session.run(connection.setSecret(access.token()));
        }
        case INTEGRATION -> integrate(step);
        case APPLICATION -> createOrUpgrade(version);
        case OTHER -> session.run(step.statement());
      }
    }
  }

  private GrantsScript.Values values(DeployedVersion version, Map<SqlName, SqlName> roles) {
    InstallationNames script = InstallationNames.of(model, names.warehouse().text());
    Map<String, String> replaced =
        Map.of(
            script.application().text(),
            names.application().text(),
            script.secretsDatabase().text(),
            names.secretsDatabase().text(),
            PackageNames.of(model).applicationPackage().text(),
            version.names().applicationPackage().text());
    Map<String, String> given = new HashMap<>();
    roles.forEach((role, to) -> given.put(role.text(), to.text()));
    return new GrantsScript.Values(replaced, Map.of("warehouse", names.warehouse().text()), given);
  }

  /** The script lets it reach what it declares; somebody may have chosen other hosts. */
  private void allowEgress(GrantsScript.Step step, GitHubAccess access) {
    if (access.hostPorts().equals(model.egress().hosts())) {
      session.run(step.statement());
      return;
    }
    boolean hasRule =
        AccountSession.contains(session.rows(connection.showNetworkRules()), names.networkRule());
    session.run(
        hasRule
            ? connection.setNetworkRule(access.hostPorts())
            : connection.createNetworkRule(access.hostPorts()));
  }

  /** Replaced, it would be another one than that which the application's procedures hold. */
  private void integrate(GrantsScript.Step step) {
    boolean hasIntegration =
        AccountSession.contains(session.rows(connection.showIntegrations()), names.integration());
    session.run(hasIntegration ? connection.setIntegration() : step.statement());
  }

  private void createOrUpgrade(DeployedVersion version) {
    if (installed().isEmpty()) {
      create(version);
    } else {
      upgradeIfInstalled(version);
    }
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
}
