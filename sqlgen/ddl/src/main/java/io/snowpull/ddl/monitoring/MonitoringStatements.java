package io.snowpull.ddl.monitoring;

import io.snowpull.ddl.Rendering;
import java.util.ArrayList;
import java.util.List;

/** Statements that make the views of {@link MonitoringView} and open them. */
public final class MonitoringStatements {
  private final Rendering rendering = new Rendering();

  /**
   * Each view, and right after it its grant, which replacing a view takes away.
   *
   * @param applicationRole who may read them
   */
  public List<String> create(String applicationRole) {
    List<String> statements = new ArrayList<>();
    for (MonitoringView view : MonitoringView.values()) {
      statements.add(view.text());
      statements.add(
          rendering.statement(
              "GRANT SELECT ON VIEW {0} TO APPLICATION ROLE {1}",
              Rendering.plain(List.of("MONITORING", view.name())),
              Rendering.plain(List.of(applicationRole))));
    }
    return statements;
  }
}
