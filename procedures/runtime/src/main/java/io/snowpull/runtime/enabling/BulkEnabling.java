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
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.source.CatalogEntry;
import io.snowpull.runtime.source.ResourceCatalog;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.sql.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enables many resources in one call.
 *
 * <p>First the source is asked for all of them, and when it does not know one of them, nothing is
 * made. Then one after the other is enabled; one that fails does not stop the others.
 */
public final class BulkEnabling {
  private static final int MOST_SHOWN = 20;

  private final Sql sql;
  private final ResourceDesign design;
  private final Source source;
  private final ResourceCatalog catalog;
  private final Map<Long, SourceIdentity> wanted = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final Clock clock;
  private final ObjectNode report = Json.object();
  private final ArrayNode enabled = report.putArray("enabled");
  private final ArrayNode unchanged = report.putArray("unchanged");
  private final ArrayNode skipped = report.putArray("skipped");
  private final ArrayNode failed = report.putArray("failed");

  public BulkEnabling(
      Sql sql, ResourceDesign design, Source source, ResourceCatalog catalog, Clock clock) {
    this.sql = sql;
    this.design = design;
    this.source = source;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Enables what the request names; called once.
   *
   * @return {@code enabled}, {@code unchanged}: names; {@code skipped}, {@code failed}: {@code
   *     {resource, reason}}
   * @throws ConnectorException REQUEST_INVALID, RESOURCES_INVALID or CONNECTOR_PAUSED before
   *     anything is made
   */
  public ObjectNode enable(JsonNode document, ConnectorConfiguration configuration) {
    EnableRequest request = EnableRequest.of(document);
    new PauseRepository(sql).requireRunning();
    find(request);
    if (!unknown.isEmpty()) {
      throw new ConnectorException(
          RuntimeError.RESOURCES_INVALID,
          "Nothing was enabled, because of "
              + unknown.size()
              + " of "
              + request.resources().size()
              + " names: "
              + String.join(" | ", unknown.subList(0, Math.min(MOST_SHOWN, unknown.size())))
              + (unknown.size() > MOST_SHOWN ? " | ..." : "")
              + " Correct or remove them, and call again.");
    }
    report.put("dry_run", request.dryRun());
    wanted.values().forEach(identity -> enable(identity, request, configuration));
    if (!enabled.isEmpty() && !request.dryRun()) {
      new CombinedViews(sql, design).renew();
    }
    return report;
  }

  private void find(EnableRequest request) {
    for (String resource : request.resources()) {
      try {
        if (resource.endsWith("/*")) {
          String owner = resource.substring(0, resource.length() - 2);
          catalog.list(owner).forEach(entry -> choose(request, entry));
        } else {
          SourceIdentity identity = source.identify(resource);
          wanted.putIfAbsent(identity.id(), identity);
        }
      } catch (ConnectorException e) {
        // What concerns all of them, such as a token that is not accepted, shows as itself.
        if (e.retryAfter().isPresent() || e.isPassing() || e.concernsAll()) {
          throw e;
        }
        unknown.add("'" + resource + "': " + e.display());
      }
    }
  }

  private void choose(EnableRequest request, CatalogEntry entry) {
    Optional<String> reason = request.reasonToSkip(entry);
    if (reason.isPresent()) {
      skipped.addObject().put("resource", entry.identity().name()).put("reason", reason.get());
    } else {
      wanted.putIfAbsent(entry.identity().id(), entry.identity());
    }
  }

  private void enable(
      SourceIdentity identity, EnableRequest request, ConnectorConfiguration configuration) {
    if (isEnabled(identity)) {
      unchanged.add(identity.name());
      return;
    }
    if (request.dryRun()) {
      enabled.add(identity.name());
      return;
    }
    try {
      new Enabling(sql, design, clock)
          .enable(identity.name(), configuration, identity, Optional.empty(), request.schedule());
      enabled.add(identity.name());
    } catch (RuntimeException e) {
      failed
          .addObject()
          .put("resource", identity.name())
          .put("reason", ProcedureEdge.describe(e).display());
    }
  }

  private boolean isEnabled(SourceIdentity identity) {
    return new ResourceRepository(sql)
        .present().stream()
            .filter(resource -> resource.sourceId() == identity.id())
            .anyMatch(ResourceDefinition::enabled);
  }
}
