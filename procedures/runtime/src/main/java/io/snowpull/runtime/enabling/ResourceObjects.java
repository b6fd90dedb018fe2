package io.snowpull.runtime.enabling;

import io.snowpull.ddl.FenceStatements;
import io.snowpull.ddl.SinkStatements;
import io.snowpull.ddl.TaskStatements;
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
  private final TaskStatements task;

  ResourceObjects(ResourceDefinition resource, ResourceDesign design) {
    this.resource = resource;
    this.design = design;
    this.sink =
        new SinkStatements(
            List.of(resource.database(), "PUBLIC", resource.names().table()),
            List.of(resource.database(), "PUBLIC", resource.names().view()));
    this.task = new TaskStatements(List.of("TASKS", resource.names().task()));
  }

  List<String> createTables() {
    return List.of(
        sink.createTable(),
        new FenceStatements(List.of("STATE", resource.names().fence())).create());
  }

  /** Replaces the view, so the grants come again after it. */
  List<String> createView() {
    List<String> statements = new ArrayList<>();
    statements.add(sink.createView(design.columns()));
    statements.addAll(sink.grantSelect(design.dataRoles()));
    return statements;
  }

  String createTask() {
    TaskTarget target = design.target();
    return task.create(target.warehouseReference(), target.procedure(), resource.key());
  }

  /** Brings the task of an earlier version up to date. */
  List<String> renewTask() {
    return task.renew(design.target().procedure(), resource.key());
  }

  String resumeTask() {
    return task.resume();
  }

  String executeTask() {
    return task.execute();
  }

  /** Differs whenever a version renders anything of the resource otherwise. */
  String fingerprint() {
    List<String> statements = new ArrayList<>(createTables());
    statements.addAll(createView());
    statements.add(createTask());
    statements.addAll(renewTask());
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
