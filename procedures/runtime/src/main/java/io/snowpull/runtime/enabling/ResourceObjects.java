package io.snowpull.runtime.enabling;

import io.snowpull.ddl.FenceStatements;
import io.snowpull.ddl.SinkStatements;
import io.snowpull.runtime.resource.ResourceDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What one resource consists of in the account, as this version of the connector renders it. */
final class ResourceObjects {
  private final ResourceDefinition resource;
  private final ResourceDesign design;
  private final SinkStatements sink;
  private final List<ResourceTask> tasks = new ArrayList<>();

  ResourceObjects(ResourceDefinition resource, ResourceDesign design) {
    this.resource = resource;
    this.design = design;
    this.sink =
        new SinkStatements(
            List.of(resource.database(), "PUBLIC", resource.names().table()),
            List.of(resource.database(), "PUBLIC", resource.names().view()));
    tasks.add(new ResourceTask(resource.names().task(), design.target(), resource.key()));
    design
        .reconciliation()
        .ifPresent(
            target ->
                tasks.add(
                    new ResourceTask(
                        resource.names().reconciliationTask(), target, resource.key())));
  }

  List<String> createTables() {
    List<String> statements = new ArrayList<>(sink.createTable());
    statements.add(new FenceStatements(List.of("STATE", resource.names().fence())).create());
    return statements;
  }

  /** Replaces the view, so the grants come again after it. */
  List<String> createView() {
    List<String> statements = new ArrayList<>();
    statements.add(sink.createView(design.columns()));
    statements.addAll(sink.grantSelect(design.dataRoles()));
    return statements;
  }

  /** Makes the tasks, or brings those of an earlier version up to date. */
  List<String> establishTasks() {
    return tasks.stream().flatMap(task -> task.establish().stream()).toList();
  }

  List<String> resumeTasks() {
    return tasks.stream().map(ResourceTask::resume).toList();
  }

  /** Runs the ingestion once, now, besides its schedule. */
  String executeTask() {
    return tasks.get(0).execute();
  }

  /** Differs whenever a version renders anything of the resource otherwise. */
  String fingerprint() {
    List<String> statements = new ArrayList<>(createTables());
    statements.addAll(createView());
    statements.addAll(establishTasks());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", statements).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
