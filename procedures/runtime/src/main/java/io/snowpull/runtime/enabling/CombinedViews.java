package io.snowpull.runtime.enabling;

import io.snowpull.ddl.ChildView;
import io.snowpull.ddl.CombinedStatements;
import io.snowpull.ddl.CombinedStatements.Part;
import io.snowpull.ddl.FlattenedColumn;
import io.snowpull.runtime.resource.ResourceDefinition;
import io.snowpull.runtime.resource.ResourceRepository;
import io.snowpull.runtime.resource.ResourceStatus;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the views over all resources anew, once there is another resource or one less. */
public final class CombinedViews {
  private final Sql sql;
  private final ResourceDesign design;

  public CombinedViews(Sql sql, ResourceDesign design) {
    this.sql = sql;
    this.design = design;
  }

  /** Brings the views of every destination database to the resources that there are. */
  public void renew() {
    if (design.combined().isEmpty()) {
      return;
    }
    Map<String, List<Part>> byDatabase = new TreeMap<>();
    for (ResourceDefinition resource : new ResourceRepository(sql).all()) {
      List<Part> parts = byDatabase.computeIfAbsent(resource.database(), any -> new ArrayList<>());
      if (isShown(resource)) {
        parts.add(
            new Part(
                resource.currentName(),
                resource.sourceId(),
                List.of(resource.database(), "PUBLIC", resource.names().view())));
      }
    }
    byDatabase.forEach((database, parts) -> renew(database, parts, design.combined().get()));
  }

  /** One whose view is that of an earlier version lacks columns, and would break them all. */
  private boolean isShown(ResourceDefinition resource) {
    return (resource.enabled() || resource.status() == ResourceStatus.DISABLED)
        && resource.rendered().equals(new ResourceObjects(resource, design).fingerprint());
  }

  private void renew(String database, List<Part> parts, CombinedDesign combined) {
    CombinedStatements statements =
        new CombinedStatements(List.of(database, "PUBLIC"), combined.view());
    if (parts.isEmpty()) {
      combined.children().forEach(child -> dropIfThere(statements.drop(child.name())));
      dropIfThere(statements.drop(combined.view()));
      return;
    }
    List<String> columns = new ArrayList<>();
    design.columns().stream().map(FlattenedColumn::name).forEach(columns::add);
    columns.addAll(List.of("DELETED_AT", "DELETED_REASON"));
    sql.run(statements.create(parts, columns));
    statements.grantSelect(combined.view(), design.dataRoles()).forEach(sql::run);
    for (ChildView child : combined.children()) {
      sql.run(statements.createChild(child));
      statements.grantSelect(child.name(), design.dataRoles()).forEach(sql::run);
    }
  }

  /** The database may be gone, if its owner has dropped it. */
  private void dropIfThere(String statement) {
    try {
      sql.run(statement);
    } catch (SqlException e) {
      if (!e.doesNotExist()) {
        throw e;
      }
    }
  }
}
