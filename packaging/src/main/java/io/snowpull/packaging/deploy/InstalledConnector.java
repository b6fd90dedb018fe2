package io.snowpull.packaging.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.ddl.deployment.AccountStatement;
import io.snowpull.ddl.deployment.ApplicationStatements;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * A packaged connector, installed as an administrator does it, and its procedures: what the tests
 * of a connector begin with.
 */
public final class InstalledConnector {
  private static final String WAREHOUSE = "XS";

  private final AccountSession session;
  private final InstallationNames names;
  private final ApplicationStatements statements;

  private InstalledConnector(AccountSession session, InstallationNames names) {
    this.session = session;
    this.names = names;
    this.statements = names.applicationStatements();
  }

  /**
   * Deploys a package and installs it, or upgrades to it what is installed under its name.
   *
   * @param administrator a session of a role that may do so; stays the caller's to close
   * @param folder what {@code mvn package} left
   * @param hostPorts what the connector may reach, each {@code host:port}
   * @param token what the source knows it by
   */
  public static InstalledConnector install(
      Connection administrator, Path folder, List<String> hostPorts, String token) {
    AccountSession session = new AccountSession(administrator, statement -> {});
    ApplicationModel model = ApplicationModel.read(folder);
    InstallationNames names = InstallationNames.of(model, WAREHOUSE);
    Deployer deployer = new Deployer(session);
    DeployedVersion version = deployer.deploy(folder, PackageNames.of(model));
    deployer.release(version);
    new Installer(session, model, names).install(version, new GitHubAccess(hostPorts, token));
    return new InstalledConnector(session, names);
  }

  /**
   * Calls PROVISION_CONNECTOR.
   *
   * @param database the destination, to be created
   * @param apiBaseUrl where the source answers
   */
  public void provision(String database, String apiBaseUrl) {
    ObjectNode configuration =
        JsonNodeFactory.instance
            .objectNode()
            .put("destination_database", database)
            .put("secret_name", names.qualifiedSecret())
            .put("external_access_integration_name", names.integration().text())
            .put("api_base_url", apiBaseUrl);
    call(statements.callWithJson("PROVISION_CONNECTOR", configuration.toString()));
  }

  /** Calls ENABLE_RESOURCE, which starts the first run too. */
  public void enable(String resource) {
    call(statements.call("ENABLE_RESOURCE", resource));
  }

  /**
   * Calls INGEST_DATA.
   *
   * @return its report: {@code {table_name, rows_count, extras}}
   */
  public JsonNode ingest(String resource) {
    String report = call(statements.call("INGEST_DATA", resource));
    try {
      return new ObjectMapper().readTree(report);
    } catch (JsonProcessingException e) {
      throw new DeploymentException(
          "REPORT_INVALID", "INGEST_DATA answered '" + report + "', which is not JSON", e);
    }
  }

  private String call(AccountStatement statement) {
    return session.rows(statement).get(0).values().iterator().next();
  }
}
