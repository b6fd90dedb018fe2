package io.snowpull.runtime.lifecycle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;

/** What somebody should know or do, from the view MONITORING.CONDITIONS. */
final class Conditions {
  private final Sql sql;

  Conditions(Sql sql) {
    this.sql = sql;
  }

  /** One object each: {@code condition, resource, since, detail, way_out}. */
  ArrayNode all() {
    ArrayNode all = Json.object().arrayNode();
    for (SqlRow row : sql.run(RecurringStatement.SELECT_CONDITIONS.text())) {
      all.addObject()
          .put("condition", row.textOrNull(0))
          .put("resource", row.textOrNull(1))
          .put("since", row.textOrNull(2))
          .put("detail", row.textOrNull(3))
          .put("way_out", row.textOrNull(4));
    }
    return all;
  }
}
