package io.snowpull.runtime.connector;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.enabling.Enabling;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.sql.SnowparkSql;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** {@code ENABLE_RESOURCE}: starts the ingestion of a resource. */
public final class EnableProcedure {
  private final ResourceDesign design;
  private final SourceOpener opener;
  private final Function<@Nullable Variant, ResourceOptions> reader;

  /** For a source whose resources have the options that every resource has. */
  public EnableProcedure(ResourceDesign design, SourceOpener opener) {
    this(design, opener, given -> ResourceOptions.of(Arguments.document(given), Set.of()));
  }

  /**
   * @param reader reads and checks the options of a resource
   */
  public EnableProcedure(
      ResourceDesign design,
      SourceOpener opener,
      Function<@Nullable Variant, ResourceOptions> reader) {
    this.design = design;
    this.opener = opener;
    this.reader = reader;
  }

  /**
   * Creates table, view and task of a resource and starts its first run; it keeps the options that
   * it has.
   *
   * @return a message for people
   */
  public String run(Session session, String resourceId) {
    return run(session, resourceId, null);
  }

  /**
   * The same with other options.
   *
   * @param options what the resource is read with from now on; null for what it has been read with
   * @return a message for people
   */
  public String run(Session session, String resourceId, @Nullable Variant options) {
    return new ProcedureEdge("ENABLE_RESOURCE", LoggerFactory.getLogger(EnableProcedure.class))
        .run(
            () -> {
              Sql sql = new SnowparkSql(session);
              ConnectorConfiguration configuration = new ConfigurationRepository(sql).require();
              Optional<ResourceOptions> given =
                  options == null ? Optional.empty() : Optional.of(reader.apply(options));
              new Enabling(sql, design, Clock.systemUTC())
                  .enable(
                      resourceId,
                      configuration,
                      opener.open(configuration, given.orElse(ResourceOptions.NONE)),
                      given);
              return resourceId + " enabled";
            });
  }
}
