package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.ingestion.RunLimits;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.lifecycle.Housekeeping;
import io.snowpull.runtime.lifecycle.Recovery;
import io.snowpull.runtime.reconciliation.Reconciliation;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** {@code RECONCILE_RESOURCE}: what the second task of each resource calls. */
public final class ReconcileProcedure {
  private final InventoryOpener opener;
  private final ResourceDesign design;

  public ReconcileProcedure(InventoryOpener opener, ResourceDesign design) {
    this.opener = opener;
    this.design = design;
  }

  /**
   * Compares the table of an enabled resource with all that its source has. Once a day it keeps the
   * connector's own tables right before, see {@link Housekeeping}.
   *
   * @return {@code table_name}, and {@code extras} with what was found
   */
  public Variant run(Session session, String resourceId) {
    return new ProcedureEdge(
            "RECONCILE_RESOURCE", LoggerFactory.getLogger(ReconcileProcedure.class))
        .run(
            () -> {
              Sql sql = new SnowparkSql(session);
              new Housekeeping(
                      sql,
                      new Recovery(sql, design, () -> UUID.randomUUID().toString()),
                      Clock.systemUTC())
                  .keepIfDue();
              ResourceDefinition resource = new ResourceRepository(sql).require(resourceId);
              return new Variant(
                  Json.write(
                      new Reconciliation(
                              resource, RunSettings.of(sql, RunLimits.STANDARD, Runnable::run))
                          .run(
                              () ->
                                  opener.open(
                                      new ConfigurationRepository(sql).require(),
                                      resource.options()))));
            });
  }
}
