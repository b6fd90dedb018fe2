package io.snowpull.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.ddl.monitoring.MonitoringStatements;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.enabling.ConfigurationImport;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.lifecycle.ConfigurationExport;
import io.snowpull.runtime.lifecycle.ConnectionUpdate;
import io.snowpull.runtime.lifecycle.ConnectorLifecycle;
import io.snowpull.runtime.lifecycle.ConnectorReport;
import io.snowpull.runtime.lifecycle.History;
import io.snowpull.runtime.lifecycle.Prerequisites;
import io.snowpull.runtime.lifecycle.Recovery;
import io.snowpull.runtime.lifecycle.Reset;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is done with the connector as a whole: messages for people, or documents. */
public final class LifecycleProcedures {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Supplier<String> IDS = () -> UUID.randomUUID().toString();

  private final ResourceDesign design;

  public LifecycleProcedures(ResourceDesign design) {
    this.design = design;
  }

  /** {@code PAUSE_CONNECTOR}. */
  public String pause(Session session) {
    return run(
        "PAUSE_CONNECTOR", session, sql -> new ConnectorLifecycle(sql, design, CLOCK).pause());
  }

  /** {@code RESUME_CONNECTOR}. */
  public String resume(Session session) {
    return run(
        "RESUME_CONNECTOR", session, sql -> new ConnectorLifecycle(sql, design, CLOCK).resume());
  }

  /** {@code RESET}. */
  public String reset(Session session, boolean withData) {
    return run("RESET", session, sql -> new Reset(sql, design, IDS, CLOCK).reset(withData));
  }

  /** {@code RECOVER}. */
  public Variant recover(Session session) {
    return document("RECOVER", session, sql -> new Recovery(sql, design, IDS).recover());
  }

  /** {@code CONNECTOR_STATUS}. */
  public Variant status(Session session) {
    return document("CONNECTOR_STATUS", session, sql -> new ConnectorReport(sql, design).report());
  }

  /** {@code PREREQUISITES}. */
  public Variant prerequisites(Session session) {
    return document(
        "PREREQUISITES",
        session,
        sql -> new Prerequisites(sql, design.target().warehouseReference()).check());
  }

  /** {@code PURGE_HISTORY}. */
  public Variant purge(Session session, long days) {
    return document("PURGE_HISTORY", session, sql -> new History(sql).purge(days));
  }

  /** {@code SET_RETENTION}. */
  public Variant retain(Session session, long days) {
    return document("SET_RETENTION", session, sql -> new History(sql).retain(days));
  }

  /** {@code EXPORT_CONFIGURATION}. */
  public Variant export(Session session) {
    return document("EXPORT_CONFIGURATION", session, sql -> new ConfigurationExport(sql).export());
  }

  /**
   * {@code IMPORT_CONFIGURATION}.
   *
   * @param reader reads and checks the options of a resource
   */
  public Variant importDocument(
      Session session,
      @Nullable Variant given,
      SourceOpener opener,
      Function<JsonNode, ResourceOptions> reader) {
    return document(
        "IMPORT_CONFIGURATION",
        session,
        sql -> {
          ConnectorConfiguration configuration = new ConfigurationRepository(sql).require();
          return new ConfigurationImport(
                  sql, design, opener.open(configuration, ResourceOptions.NONE), reader, CLOCK)
              .run(Arguments.document(given), ConfigurationExport.FORMAT, configuration);
        });
  }

  /**
   * {@code UPDATE_CONNECTION}.
   *
   * @param check throws when the configuration cannot work for the source
   */
  public String updateConnection(
      Session session, @Nullable Variant change, Consumer<ConnectorConfiguration> check) {
    return run(
        "UPDATE_CONNECTION",
        session,
        sql ->
            new ConnectionUpdate(sql, design.dataRoles(), check)
                .update(Arguments.document(change)));
  }

  /**
   * {@code CREATE_MONITORING}: makes the views of the schema MONITORING.
   *
   * @param readers the application role that may read them
   */
  public String createMonitoring(Session session, String readers) {
    return run(
        "CREATE_MONITORING",
        session,
        sql -> {
          List<String> statements = new MonitoringStatements().create(readers);
          statements.forEach(sql::run);
          return statements.size() / 2 + " views made";
        });
  }

  private static Variant document(
      String procedure, Session session, Function<Sql, JsonNode> action) {
    return new Variant(run(procedure, session, sql -> Json.write(action.apply(sql))));
  }

  private static String run(String procedure, Session session, Function<Sql, String> action) {
    return new ProcedureEdge(procedure, LoggerFactory.getLogger(LifecycleProcedures.class))
        .run(() -> action.apply(new SnowparkSql(session)));
  }
}
