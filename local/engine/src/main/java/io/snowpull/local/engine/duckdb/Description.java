package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.StatementType;
import java.util.List;

/** What a statement would answer, and how many values it wants bound; it did not run. */
public record Description(List<Column> columns, int binds, StatementType type) {
  public Description {
    columns = List.copyOf(columns);
  }
}
