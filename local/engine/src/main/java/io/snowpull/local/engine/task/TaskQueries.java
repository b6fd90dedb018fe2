package io.snowpull.local.engine.task;

import io.snowpull.local.engine.execution.Query;
import io.snowpull.local.engine.execution.QueryOutcome;
import io.snowpull.local.engine.execution.QueryRequest;
import io.snowpull.local.engine.execution.QueryService;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.Session;
import io.snowpull.local.engine.session.SessionRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the statements of tasks, each in a session of its own. */
public final class TaskQueries {
  /** The user that Snowflake shows for tasks. */
  static final String USER = "SYSTEM";

  private static final Duration POLL = Duration.ofSeconds(5);

  private final SessionRegistry sessions;
  private final QueryService queries;

  public TaskQueries(SessionRegistry sessions, QueryService queries) {
    this.sessions = sessions;
    this.queries = queries;
  }

  /**
   * Runs the statement to its end; the consumer gets the query's id as it starts.
   *
   * @return the failure, null if it succeeded
   */
  @Nullable SnowflakeException run(
      String text, Context context, Duration timeout, Consumer<String> started) {
    Session session = sessions.open(USER, context);
    try {
      QueryRequest request =
          new QueryRequest(
              UUID.randomUUID().toString(),
              text,
              List.of(),
              "",
              false,
              Map.of("STATEMENT_TIMEOUT_IN_SECONDS", Long.toString(seconds(timeout))));
      Query query = queries.submit(session, request);
      started.accept(query.id());
      Optional<QueryOutcome> outcome = query.await(POLL);
      while (outcome.isEmpty() && !Thread.currentThread().isInterrupted()) {
        outcome = query.await(POLL);
      }
      return outcome.isEmpty()
          ? SnowflakeException.cancelled()
          : outcome.get() instanceof QueryOutcome.Failure failure ? failure.error() : null;
    } finally {
      sessions.close(session);
    }
  }

  private static long seconds(Duration timeout) {
    return Math.max(1, timeout.plusMillis(999).toSeconds());
  }
}
