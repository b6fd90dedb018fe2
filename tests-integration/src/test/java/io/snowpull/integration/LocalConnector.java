package io.snowpull.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application in a local account, installed as an administrator does it, with a
 * simulated GitHub. All talk goes through the real JDBC driver.
 */
public final class LocalConnector implements AutoCloseable {
  public static final String TOKEN = "ghp_integrationtest";

  private static final String STATE =
      "SELECT VALUE FROM GITHUB_CONNECTOR.STATE.APP_STATE WHERE KEY = ?"
          + " ORDER BY SEQUENCE DESC LIMIT 1";

  private final AtomicLong own = new AtomicLong();
  private final LocalAccount account;
  private final GitHubSimulator simulator;
  private final Connection administrator;
  private final Connection application;

  private LocalConnector(LocalAccount account, GitHubSimulator simulator, Path folder)
      throws SQLException {
    this.account = account;
    this.simulator = simulator;
    this.administrator = connect();
    install(folder);
    this.application = connect();
    rows(application, "SELECT SYSTEM$BEGIN_DEBUG_APPLICATION(?)", "GITHUB_CONNECTOR");
  }

  static LocalConnector start(Path data) throws IOException, SQLException {
    return start(data, SimulatorConfig.standard());
  }

  /** Installs the application in a new account, beside a GitHub that behaves so. */
  public static LocalConnector start(Path data, SimulatorConfig config)
      throws IOException, SQLException {
    return start(data, config, RepositoryRoot.find().packageFolder());
  }

  /** The same with so much heap for its procedures. */
  public static LocalConnector start(Path data, SimulatorConfig config, int heapMegabytes)
      throws IOException, SQLException {
    return start(
        account(data).withWorkerHeap(heapMegabytes), config, RepositoryRoot.find().packageFolder());
  }

  /** The same with another package. */
  static LocalConnector start(Path data, SimulatorConfig config, Path folder)
      throws IOException, SQLException {
    return start(account(data), config, folder);
  }

  private static AccountConfig account(Path data) {
    return new AccountConfig(0, data, RepositoryRoot.find().workerClassPath(), Clock.systemUTC());
  }

  private static LocalConnector start(
      AccountConfig accountConfig, SimulatorConfig config, Path folder)
      throws IOException, SQLException {
    GitHubSimulator simulator = GitHubSimulator.start(config.withTokens(Set.of(TOKEN)));
    return new LocalConnector(LocalAccount.start(accountConfig), simulator, folder);
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    return DriverManager.getConnection(account.jdbcUrl(), properties);
  }

  /** A session of somebody who has this role of the account and no other. */
  Connection connectAs(String role) throws SQLException {
    Connection connection = connect();
    rows(connection, "USE ROLE " + role);
    rows(connection, "USE SECONDARY ROLES NONE");
    return connection;
  }

  /** Deploys this package, and installs it or upgrades to it. */
  void install(Path folder) {
    AccountSession session = new AccountSession(administrator, statement -> {});
    Deployer deployer = new Deployer(session);
    ApplicationModel model = ApplicationModel.read(folder);
    DeployedVersion version = deployer.deploy(folder, PackageNames.of(model));
    deployer.release(version);
    new Installer(session, model, InstallationNames.of(model, "XS"))
        .install(version, new GitHubAccess(List.of("127.0.0.1:" + simulator.port()), TOKEN));
  }

  public GitHubSimulator gitHub() {
    return simulator;
  }

  /** Statements that the account has run so far, but for those of this class itself. */
  public long statements() {
    return account.statements() - own.get();
  }

  /** The configuration that works, to be spoilt by a test. */
  public ObjectNode configuration() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("destination_database", "GITHUB")
        .put("secret_name", "GITHUB_CONNECTOR_SECRETS.PUBLIC.GITHUB_TOKEN")
        .put("external_access_integration_name", "GITHUB_INTEGRATION")
        .put("api_base_url", simulator.baseUrl());
  }

  public String provision(JsonNode configuration) throws SQLException {
    return value(
        "CALL GITHUB_CONNECTOR.PUBLIC.PROVISION_CONNECTOR(PARSE_JSON(?))",
        configuration.toString());
  }

  public String enable(String resource) throws SQLException {
    return value("CALL GITHUB_CONNECTOR.PUBLIC.ENABLE_RESOURCE(?)", resource);
  }

  /** Enables several with one call. */
  void enable(List<String> resources) throws SQLException {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    resources.forEach(request.putArray("resources")::add);
    value("CALL GITHUB_CONNECTOR.PUBLIC.ENABLE_RESOURCES(PARSE_JSON(?))", request.toString());
  }

  public JsonNode ingest(String resource) throws SQLException, IOException {
    return new ObjectMapper()
        .readTree(value("CALL GITHUB_CONNECTOR.PUBLIC.INGEST_DATA(?)", resource));
  }

  /** As {@link #ingest}, in a session of its own, so that several can call at once. */
  JsonNode ingestApart(String resource) throws SQLException, IOException {
    try (Connection own = connect()) {
      return new ObjectMapper()
          .readTree(
              rows(own, "CALL GITHUB_CONNECTOR.PUBLIC.INGEST_DATA(?)", resource).get(0).get(0));
    }
  }

  /** Runs a statement that has no rows, as the administrator. */
  void run(String sql) throws SQLException {
    rows(administrator, sql);
  }

  /** The only value of the first row, as the administrator. */
  String value(String sql, @Nullable Object... binds) throws SQLException {
    return rows(administrator, sql, binds).get(0).get(0);
  }

  /** Runs a statement as the application itself. */
  public List<List<String>> asApplication(String sql, @Nullable Object... binds)
      throws SQLException {
    return rows(application, sql, binds);
  }

  /** The newest state of a repository; missing while there is none. */
  public JsonNode state(String resource) throws SQLException, IOException {
    List<List<String>> rows = rows(application, STATE, resource);
    return rows.isEmpty()
        ? JsonNodeFactory.instance.missingNode()
        : new ObjectMapper().readTree(rows.get(0).get(0));
  }

  /** Asks for the state until it is one that a run ends with. */
  JsonNode endOfRun(String resource) throws SQLException, IOException {
    long deadline = System.nanoTime() + 180_000_000_000L;
    JsonNode state = state(resource);
    while (state.isMissingNode() || state.path("state").asText().equals("RUNNING")) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the run of " + resource + " does not end: " + state);
      }
      state = state(resource);
    }
    return state;
  }

  /** The same for a run that is not this one, which may not have begun yet. */
  JsonNode endOfRunAfter(String resource, String runId) throws SQLException, IOException {
    long deadline = System.nanoTime() + 180_000_000_000L;
    JsonNode state = endOfRun(resource);
    while (state.path("run_id").asText().equals(runId)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no run of " + resource + " follows " + runId + ": " + state);
      }
      state = endOfRun(resource);
    }
    return state;
  }

  private List<List<String>> rows(Connection connection, String sql, @Nullable Object... binds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.length; i++) {
        statement.setObject(i + 1, binds[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      own.incrementAndGet();
      if (statement.execute()) {
        try (ResultSet result = statement.getResultSet()) {
          int width = result.getMetaData().getColumnCount();
          while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
              row.add(String.valueOf(result.getString(column)));
            }
            rows.add(row);
          }
        }
      }
      return rows;
    }
  }

  @Override
  public void close() throws SQLException {
    try (account;
        simulator) {
      application.close();
      administrator.close();
    }
  }
}
