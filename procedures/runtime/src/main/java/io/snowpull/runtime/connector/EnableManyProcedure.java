package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.enabling.BulkEnabling;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.ResourceCatalog;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code ENABLE_RESOURCES}: enables a list of resources, or all of an owner. */
public final class EnableManyProcedure {
  private final ResourceDesign design;
  private final SourceOpener opener;
  private final Function<ConnectorConfiguration, ResourceCatalog> catalog;

  public EnableManyProcedure(
      ResourceDesign design,
      SourceOpener opener,
      Function<ConnectorConfiguration, ResourceCatalog> catalog) {
    this.design = design;
    this.opener = opener;
    this.catalog = catalog;
  }

  /** Enables what the request names; see {@link BulkEnabling#enable}. */
  public Variant run(Session session, @Nullable Variant request) {
    return new ProcedureEdge("ENABLE_RESOURCES", LoggerFactory.getLogger(EnableManyProcedure.class))
        .run(
            () -> {
              Sql sql = new SnowparkSql(session);
              ConnectorConfiguration configuration = new ConfigurationRepository(sql).require();
              BulkEnabling enabling =
                  new BulkEnabling(
                      sql,
                      design,
                      opener.open(configuration, ResourceOptions.NONE),
                      catalog.apply(configuration),
                      Clock.systemUTC());
              return new Variant(
                  Json.write(enabling.enable(Arguments.document(request), configuration)));
            });
  }
}
