package io.snowpull.runtime.enabling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.configuration.PauseRepository;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.ProcedureEdge;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.resource.ResourceStatus;
import io.snowpull.runtime.resource.Schedule;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Enables the resources of an exported configuration, with their schedules and options.
 *
 * <p>All of it is checked, with the source too, before anything is made. The connection is that of
 * this installation, not that of the document.
 */
public final class ConfigurationImport {
  private final Sql sql;
  private final ResourceDesign design;
  private final Source source;
  private final Function<JsonNode, ResourceOptions> reader;
  private final Clock clock;

  /**
   * @param reader reads and checks the options of a resource
   */
  public ConfigurationImport(
      Sql sql,
      ResourceDesign design,
      Source source,
      Function<JsonNode, ResourceOptions> reader,
      Clock clock) {
    this.sql = sql;
    this.design = design;
    this.source = source;
    this.reader = reader;
    this.clock = clock;
  }

  private record Wanted(
      SourceIdentity identity,
      boolean enabled,
      Optional<Schedule> schedule,
      ResourceOptions options) {}

  /**
   * Enables what the document has; resources that it does not name stay as they are.
   *
   * @return {@code enabled}, {@code disabled}: names; {@code failed}: {@code {resource, reason}}
   * @throws ConnectorException REQUEST_INVALID, RESOURCES_INVALID or CONNECTOR_PAUSED before
   *     anything is made
   */
  public ObjectNode run(JsonNode document, int format, ConnectorConfiguration configuration) {
    if (document.path("format").asInt() != format || !document.path("resources").isArray()) {
      throw new ConnectorException(
          RuntimeError.REQUEST_INVALID,
          "The document is no configuration that PUBLIC.EXPORT_CONFIGURATION() gave: it has format "
              + document.path("format")
              + " instead of "
              + format
              + ", or no list 'resources'.");
    }
    new PauseRepository(sql).requireRunning();
    ObjectNode report = Json.object();
    ArrayNode enabled = report.putArray("enabled");
    ArrayNode disabled = report.putArray("disabled");
    ArrayNode failed = report.putArray("failed");
    for (Wanted wanted : read(document)) {
      try {
        enable(wanted, configuration);
        (wanted.enabled() ? enabled : disabled).add(wanted.identity().name());
      } catch (RuntimeException e) {
        failed
            .addObject()
            .put("resource", wanted.identity().name())
            .put("reason", ProcedureEdge.describe(e).display());
      }
    }
    new CombinedViews(sql, design).renew();
    return report;
  }

  private List<Wanted> read(JsonNode document) {
    List<Wanted> all = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (JsonNode entry : document.path("resources")) {
      String name = entry.path("resource").asText();
      try {
        JsonNode schedule = entry.path("schedule");
        all.add(
            new Wanted(
                source.identify(name),
                entry.path("enabled").asBoolean(true),
                schedule.isTextual()
                    ? Optional.of(Schedule.parse(schedule.textValue()))
                    : Optional.empty(),
                reader.apply(entry.path("options"))));
      } catch (ConnectorException e) {
        if (e.retryAfter().isPresent() || e.isPassing() || e.concernsAll()) {
          throw e;
        }
        wrong.add("'" + name + "': " + e.display());
      }
    }
    if (!wrong.isEmpty()) {
      throw new ConnectorException(
          RuntimeError.RESOURCES_INVALID,
          "Nothing was imported, because of "
              + String.join(" | ", wrong)
              + " Correct or remove them, and call again.");
    }
    return all;
  }

  private void enable(Wanted wanted, ConnectorConfiguration configuration) {
    String name = wanted.identity().name();
    new Enabling(sql, design, clock)
        .enable(
            name,
            configuration,
            wanted.identity(),
            Optional.of(wanted.options()),
            wanted.schedule());
    if (!wanted.enabled()) {
      ResourceRepository repository = new ResourceRepository(sql);
      ResourceDefinition resource = repository.require(name);
      new ResourceTasks(sql, design).suspend(resource);
      repository.update(resource.as(ResourceStatus.DISABLED));
    }
  }
}
