package io.snowpull.runtime.lifecycle;

import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.enabling.ResourceDesign;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.resource.ResourceStatus;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Brings the connector back to where it was after its installation. */
public final class Reset {
  private final Sql sql;
  private final ResourceDesign design;
  private final Supplier<String> ids;
  private final Clock clock;

  /**
   * @param ids names for what takes a resource over from its runs
   */
  public Reset(Sql sql, ResourceDesign design, Supplier<String> ids, Clock clock) {
    this.sql = sql;
    this.design = design;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Deletes every resource, then the configuration, so that a call that failed can be repeated. The
   * destination database stays.
   *
   * @param withData whether tables and views go too
   * @return a message for people
   */
  public String reset(boolean withData) {
    ResourceLifecycle lifecycle = new ResourceLifecycle(sql, design, ids, clock);
    List<ResourceDefinition> resources = new ResourceRepository(sql).all();
    int deleted = 0;
    for (ResourceDefinition resource : resources) {
      if (withData || resource.status() != ResourceStatus.DELETED) {
        lifecycle.delete(resource.key(), withData);
        deleted++;
      }
    }
    new ConfigurationRepository(sql).delete();
    new PauseRepository(sql).save(false);
    new History(sql).forgetRetention();
    return "Connector reset, " + deleted + " resources deleted" + (withData ? " with data" : "");
  }
}
