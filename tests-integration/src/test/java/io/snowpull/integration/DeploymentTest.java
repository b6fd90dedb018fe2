package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.engine.account.LocalAccount;
import io.snowpull.packaging.deploy.AccountSession;
import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.Deployer;
import io.snowpull.packaging.deploy.GitHubAccess;
import io.snowpull.packaging.deploy.InstallationNames;
import io.snowpull.packaging.deploy.Installer;
import io.snowpull.packaging.deploy.PackageNames;
import io.snowpull.packaging.deploy.Uninstaller;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploying and installing, broken off at every statement. */
class DeploymentTest {
  private final Path folder = RepositoryRoot.find().packageFolder();
  private final ApplicationModel model = ApplicationModel.read(folder);
  private final PackageNames packageNames = PackageNames.of(model);
  private final InstallationNames names = InstallationNames.of(model, "XS");

  /** What a broken line does, as the deployment sees it. */
  private static final class LineBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void everyStatementCanFailAndTheNextRunGoesOn(@TempDir Path data) throws Exception {
    try (LocalAccount account = account(data);
        Connection connection = connect(account)) {
      int broken = 0;
      while (!completes(connection, broken)) {
        broken++;
      }
      assertTrue(broken > 25, "only " + broken + " statements were broken off");
      List<String> statements = new ArrayList<>();
      install(new AccountSession(connection, statements::add));
      assertEquals(
          "0", first(connection, "SHOW VERSIONS IN APPLICATION PACKAGE " + packageName(), "patch"));
      assertTrue(statements.stream().noneMatch(it -> it.startsWith("PUT ")), statements.toString());
      assertTrue(
          statements.stream()
              .noneMatch(
                  it ->
                      it.startsWith("CREATE APPLICATION ")
                          && !it.contains("PACKAGE IF NOT EXISTS")),
          statements.toString());
    }
  }

  @Test
  void aDryRunChangesNothingAndUninstallingLeavesNothing(@TempDir Path data) throws Exception {
    try (LocalAccount account = account(data);
        Connection connection = connect(account)) {
      new Deployer(AccountSession.dryRun(connection, it -> {})).deploy(folder, packageNames);
      assertEquals("", first(connection, "SHOW APPLICATION PACKAGES", "name"));
      AccountSession session = new AccountSession(connection, it -> {});
      install(session);
      Uninstaller uninstaller = new Uninstaller(session);
      List<String> plan = uninstaller.plan(names, packageNames, false);
      assertTrue(plan.get(0).startsWith("goes:  application GITHUB_CONNECTOR"), plan.toString());
      uninstaller.uninstall(names);
      uninstaller.removePackage(packageNames);
      uninstaller.uninstall(names);
      uninstaller.removePackage(packageNames);
      assertEquals("", first(connection, "SHOW APPLICATIONS", "name"));
      assertEquals("", first(connection, "SHOW APPLICATION PACKAGES", "name"));
      assertEquals("", first(connection, "SHOW DATABASES LIKE 'GITHUB_CONNECTOR%'", "name"));
    }
  }

  /** Whether all went well before the statement of this number. */
  private boolean completes(Connection connection, int number) {
    int[] left = {number};
    try {
      install(
          new AccountSession(
              connection,
              statement -> {
                if (left[0]-- == 0) {
                  throw new LineBroken();
                }
              }));
      return true;
    } catch (LineBroken broken) {
      return false;
    }
  }

  private void install(AccountSession session) {
    Deployer deployer = new Deployer(session);
    DeployedVersion version = deployer.deploy(folder, packageNames);
    deployer.release(version);
    new Installer(session, model, names)
        .install(deployer.newest(packageNames), GitHubAccess.declared(model, "ghp_deployment"));
  }

  private String packageName() {
    return packageNames.applicationPackage().text();
  }

  private static LocalAccount account(Path data) throws IOException {
    return LocalAccount.start(
        new AccountConfig(0, data, RepositoryRoot.find().workerClassPath(), Clock.systemUTC()));
  }

  private static Connection connect(LocalAccount account) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    return DriverManager.getConnection(account.jdbcUrl(), properties);
  }

  /** A column of the first row; empty where there is none. */
  private static String first(Connection connection, String sql, String column)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(column)) : "";
    }
  }
}
