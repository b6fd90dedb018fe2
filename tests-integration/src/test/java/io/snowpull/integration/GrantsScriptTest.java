package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.snowflake.client.jdbc.SnowflakeStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./snowpull install} runs {@code grants.sql} statement by statement, and alters what is
 * there already. What an account has then is what it has after an administrator ran the file by
 * hand.
 */
class GrantsScriptTest {

  private static final String TOKEN = "ghp_thesame";

  /** Times, and the random name of a binding. */
  private static final Set<String> DIFFER = Set.of("created_on", "alias");

  private static final List<String> LOOKS =
      List.of(
          "SHOW GRANTS TO APPLICATION GITHUB_CONNECTOR",
          "SHOW NETWORK RULES IN SCHEMA GITHUB_CONNECTOR_SECRETS.PUBLIC",
          "DESCRIBE NETWORK RULE GITHUB_CONNECTOR_SECRETS.PUBLIC.GH_RULE",
          "SHOW SECRETS IN SCHEMA GITHUB_CONNECTOR_SECRETS.PUBLIC",
          "SHOW EXTERNAL ACCESS INTEGRATIONS",
          "DESCRIBE INTEGRATION GITHUB_INTEGRATION",
          "SHOW REFERENCES IN APPLICATION GITHUB_CONNECTOR",
          "SHOW APPLICATIONS");

  private final Path folder = RepositoryRoot.find().packageFolder();
  private final ApplicationModel model = ApplicationModel.read(folder);

  @Test
  void installLeavesWhatTheScriptLeaves(@TempDir Path installed, @TempDir Path byHand)
      throws IOException, SQLException {
    Map<String, List<String>> ours;
    try (LocalAccount account = account(installed);
        Connection connection = connect(account)) {
      DeployedVersion version = deploy(connection);
      new Installer(
              new AccountSession(connection, it -> {}), model, InstallationNames.of(model, "XS"))
          .install(version, GitHubAccess.declared(model, TOKEN));
      ours = looks(connection);
    }
    try (LocalAccount account = account(byHand);
        Connection connection = connect(account)) {
      deploy(connection);
      runScript(connection);
      assertEquals(ours, looks(connection));
    }
  }

  private DeployedVersion deploy(Connection connection) {
    Deployer deployer = new Deployer(new AccountSession(connection, it -> {}));
    DeployedVersion version = deployer.deploy(folder, PackageNames.of(model));
    deployer.release(version);
    return version;
  }

  /** As the comments of the script tell its reader to. */
  private void runScript(Connection connection) throws IOException, SQLException {
    String script =
        Files.readString(folder.resolve("grants.sql"))
            .replace("<warehouse>", "XS")
            .replace("\"<role>\"", "ACCOUNTADMIN");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE WAREHOUSE IF NOT EXISTS XS");
      statement.unwrap(SnowflakeStatement.class).setParameter("MULTI_STATEMENT_COUNT", 0);
      statement.execute(script);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER SECRET GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN SET SECRET_STRING = '"
              + TOKEN
              + "'");
    }
  }

  private static Map<String, List<String>> looks(Connection connection) throws SQLException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String look : LOOKS) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(look)) {
        all.put(look, texts(rows));
      }
    }
    return all;
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> all = new ArrayList<>();
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        if (!DIFFER.contains(columns.getColumnName(i))) {
          cells.add(columns.getColumnName(i) + "=" + rows.getString(i));
        }
      }
      all.add(String.join(", ", cells));
    }
    Collections.sort(all);
    return all;
  }

  private static LocalAccount account(Path data) throws IOException {
    return LocalAccount.start(
        new AccountConfig(0, data, RepositoryRoot.find().workerClassPath(), Clock.systemUTC()));
  }

  private static Connection connect(LocalAccount account) throws SQLException {
    return DriverManager.getConnection(account.jdbcUrl(), account.user(), account.password());
  }
}
