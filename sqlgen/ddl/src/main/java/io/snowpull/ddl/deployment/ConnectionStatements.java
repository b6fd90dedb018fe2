package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Statements for what an application reaches its source with: a token, kept in a secret, and an
 * integration that lets it out to the source's hosts.
 */
public final class ConnectionStatements {
  private final QueryPart database;
  private final QueryPart schema;
  private final QueryPart rule;
  private final QueryPart secret;
  private final String integrationName;
  private final QueryPart integration;

  /**
   * @param schema name of the schema that holds rule and secret, with its database
   */
  public ConnectionStatements(List<String> schema, String rule, String secret, String integration) {
    this.database = Rendering.plain(schema.subList(0, 1));
    this.schema = Rendering.plain(schema);
    this.rule = Rendering.plain(List.of(schema.get(0), schema.get(1), rule));
    this.secret = Rendering.plain(List.of(schema.get(0), schema.get(1), secret));
    this.integrationName = integration;
    this.integration = Rendering.plain(List.of(integration));
  }

  public AccountStatement setSecret(String token) {
    return AccountStatement.withSecret("ALTER SECRET {1} SET SECRET_STRING = {0}", token, secret);
  }

  public AccountStatement showNetworkRules() {
    return AccountStatement.of("SHOW NETWORK RULES IN SCHEMA {0}", schema);
  }

  /**
   * @param hostPorts where the application may connect to, each {@code host:port}
   */
  public AccountStatement createNetworkRule(List<String> hostPorts) {
    return AccountStatement.of(
        "CREATE NETWORK RULE {0} MODE = EGRESS TYPE = HOST_PORT VALUE_LIST = ({1})",
        rule, texts(hostPorts));
  }

  public AccountStatement setNetworkRule(List<String> hostPorts) {
    return AccountStatement.of(
        "ALTER NETWORK RULE {0} SET VALUE_LIST = ({1})", rule, texts(hostPorts));
  }

  public AccountStatement showIntegrations() {
    return AccountStatement.of(
        "SHOW EXTERNAL ACCESS INTEGRATIONS LIKE {0}", Rendering.text(integrationName));
  }

  public AccountStatement setIntegration() {
    return AccountStatement.of(
        "ALTER EXTERNAL ACCESS INTEGRATION {0} SET ALLOWED_NETWORK_RULES = ({1})"
            + " ALLOWED_AUTHENTICATION_SECRETS = ({2}) ENABLED = TRUE",
        integration, rule, secret);
  }

  /** Removes all of it. */
  public List<AccountStatement> drop() {
    return List.of(
        AccountStatement.of("DROP INTEGRATION IF EXISTS {0}", integration),
        AccountStatement.of("DROP DATABASE IF EXISTS {0}", database));
  }

  private static QueryPart texts(List<String> values) {
    return DSL.list(values.stream().map(Rendering::text).toList());
  }
}
