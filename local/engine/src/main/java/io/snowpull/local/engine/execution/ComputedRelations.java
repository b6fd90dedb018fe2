package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.Result;
import java.util.Optional;

/** Relations that are computed from the catalog: the views of INFORMATION_SCHEMA. */
public interface ComputedRelations {

  /** The view of that name in the database's INFORMATION_SCHEMA; empty if there is none. */
  Optional<Result> find(String database, String view, Execution execution);
}
