package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectionTestRepository;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.Sql;

/** What has to be there before rows can come, in the order in which it is done. */
public final class Prerequisites {
  private static final String ADMINISTRATOR = "account administrator";
  private static final String USER = "user of the connector";

  private final Sql sql;
  private final String warehouseReference;
  private final ArrayNode list = Json.object().arrayNode();

  /**
   * @param warehouseReference the reference through which the consumer lends a warehouse
   */
  public Prerequisites(Sql sql, String warehouseReference) {
    this.sql = sql;
    this.warehouseReference = warehouseReference;
  }

  /** One object each: {@code prerequisite, done, who, way_out}; called once. */
  public ArrayNode check() {
    privilege("EXECUTE TASK");
    privilege("CREATE DATABASE");
    String bound = sql.one(RecurringStatement.SELECT_REFERENCES.text(), warehouseReference).text(0);
    add(
        "WAREHOUSE",
        !bound.equals("[]"),
        ADMINISTRATOR,
        "Lend one: CALL PUBLIC.REGISTER_REFERENCE('"
            + warehouseReference
            + "', 'ADD', SYSTEM$REFERENCE('WAREHOUSE', '<warehouse>', 'PERSISTENT', 'USAGE')), or"
            + " choose one on the connector's page");
    add(
        "PROVISIONED",
        new ConfigurationRepository(sql).find().isPresent(),
        USER,
        "Provision it: CALL PUBLIC.PROVISION_CONNECTOR(PARSE_JSON('{...}')) with database, secret and"
            + " integration");
    add(
        "CONNECTION_TESTED",
        new ConnectionTestRepository(sql).lastSucceeded(),
        USER,
        "Try it: CALL PUBLIC.TEST_CONNECTION() and do what it says");
    add(
        "RESOURCE_ENABLED",
        new ResourceRepository(sql).present().stream().anyMatch(resource -> resource.enabled()),
        USER,
        "Enable one: CALL PUBLIC.ENABLE_RESOURCE('<name>')");
    return list;
  }

  private void privilege(String privilege) {
    boolean held =
        Boolean.parseBoolean(
            sql.one(RecurringStatement.SELECT_PRIVILEGE.text(), privilege).text(0));
    add(
        privilege,
        held,
        ADMINISTRATOR,
        "Run GRANT " + privilege + " ON ACCOUNT TO APPLICATION <name of the application>");
  }

  private void add(String prerequisite, boolean done, String who, String wayOut) {
    list.addObject()
        .put("prerequisite", prerequisite)
        .put("done", done)
        .put("who", who)
        .put("way_out", done ? null : wayOut);
  }
}
