package io.snowpull.runtime.enabling;

import io.snowpull.ddl.FenceStatements;
import io.snowpull.ddl.SinkStatements;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.Schedule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What one resource consists of in the account, as this version of the connector renders it. */
public final class ResourceObjects {
  private final ResourceDefinition resource;
  private final ResourceDesign design;
  private final SinkStatements sink;
  private final List<ResourceTask> tasks = new ArrayList<>();

  public ResourceObjects(ResourceDefinition resource, ResourceDesign design) {
    this.resource = resource;
    this.design = design;
    this.sink =
        new SinkStatements(
            List.of(resource.database(), "PUBLIC", resource.names().table()),
            List.of(resource.database(), "PUBLIC", resource.names().view()));
    tasks.add(
        new ResourceTask(resource.names().task(), design.target(), resource.key(), schedule()));
    design
        .reconciliation()
        .ifPresent(
            target ->
                tasks.add(
                    new ResourceTask(
                        resource.names().reconciliationTask(),
                        target,
                        resource.key(),
                        target.schedule())));
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

  /** When the resource runs. */
  public String schedule() {
    return resource.schedule().map(Schedule::text).orElse(design.target().schedule());
  }

  /** Makes the tasks, or brings those of an earlier version up to date; they are suspended then. */
  List<String> establishTasks() {
    return tasks.stream().flatMap(task -> task.establish().stream()).toList();
  }

  List<String> resumeTasks() {
    return tasks.stream().map(ResourceTask::resume).toList();
  }

  List<String> suspendTasks() {
    return tasks.stream().map(ResourceTask::suspend).toList();
  }

  List<String> dropTasks() {
    return tasks.stream().map(ResourceTask::drop).toList();
  }

  ResourceTask ingestion() {
    return tasks.get(0);
  }

  /** Takes away the view and the table with its rows. */
  public List<String> dropData() {
    return sink.drop();
  }

  /** Takes away what orders the batches. */
  public String dropFence() {
    return new FenceStatements(List.of("STATE", resource.names().fence())).drop();
  }

  /** Differs whenever a version renders anything of the resource otherwise. */
  public String fingerprint() {
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
