package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;

/** How a query ended. */
public sealed interface QueryOutcome {

  /** The answer, and how many values the statement binds. */
  record Answer(Result result, int binds) implements QueryOutcome {}

  /** Several statements in one text; each is a query of its own. */
  record Several(List<Query> statements) implements QueryOutcome {}

  /** Files are to be copied; the client does that itself. */
  record Transfer(FileTransfer transfer) implements QueryOutcome {}

  /** It failed or was cancelled. */
  record Failure(SnowflakeException error) implements QueryOutcome {}
}
