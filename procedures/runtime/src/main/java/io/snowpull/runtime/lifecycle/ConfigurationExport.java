package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.configuration.ConfigurationRepository;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.resource.Schedule;
import io.snowpull.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;

/** What people decided, as a document that another installation can take. */
public final class ConfigurationExport {
  /** Changes when an older connector could not read it any more. */
  public static final int FORMAT = 1;

  private final Sql sql;

  public ConfigurationExport(Sql sql) {
    this.sql = sql;
  }

  /**
   * {@code {format, configuration, paused, resources: [{resource, enabled, schedule, options}]}};
   * it names the secret and never holds it.
   */
  public ObjectNode export() {
    ObjectNode document = Json.object().put("format", FORMAT);
    new ConfigurationRepository(sql)
        .find()
        .ifPresent(configuration -> document.set("configuration", configuration.document()));
    document.put("paused", new PauseRepository(sql).isPaused());
    ArrayNode resources = document.putArray("resources");
    for (ResourceDefinition resource : new ResourceRepository(sql).present()) {
      @Nullable String schedule = resource.schedule().map(Schedule::text).orElse(null);
      resources
          .addObject()
          .put("resource", resource.currentName())
          .put("enabled", resource.enabled())
          .put("schedule", schedule)
          .set("options", resource.options().document());
    }
    return document;
  }
}
