package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts queries, runs them in the background, and knows how each of them stands. */
public final class QueryService {

  private static final Logger LOG = LoggerFactory.getLogger(QueryService.class);

  private final StatementParser parser;
  private final StatementExecutor executor;
  private final QueryRegistry registry;
  private final Supplier<String> ids;
  private final Clock clock;
  private final ExecutorService threads;
  private final ScheduledExecutorService timer;
  private final AtomicLong submitted = new AtomicLong();

  public QueryService(
      StatementParser parser,
      StatementExecutor executor,
      QueryRegistry registry,
      Supplier<String> ids,
      Clock clock,
      ExecutorService threads,
      ScheduledExecutorService timer) {
    this.parser = parser;
    this.executor = executor;
    this.registry = registry;
    this.ids = ids;
    this.clock = clock;
    this.threads = threads;
    this.timer = timer;
  }

  /**
   * Starts the request, or finds the query it started before: a driver that lost an answer sends
   * the same request again, and it must not run twice.
   */
  public synchronized Query submit(Session session, QueryRequest request) {
    Optional<Query> known =
        registry
            .findRequest(request.requestId())
            .filter(query -> query.session() == session && !request.requestId().isEmpty());
    if (known.isPresent()) {
      return known.get();
    }
    Redaction redaction = new Redaction(request.sqlText());
    Query query = new Query(ids.get(), session, redaction.text(), clock.instant());
    registry.add(request.requestId(), query);
    if (!request.describeOnly()) {
      submitted.incrementAndGet();
    }
    threads.execute(() -> run(query, request, redaction));
    return query;
  }

  /** Statements that clients have had run so far, the sessions of Java procedures among them. */
  public long submitted() {
    return submitted.get();
  }

  public Optional<Query> find(String queryId) {
    return registry.find(queryId);
  }

  /** Stops the query that the request started; false if there is none in that session. */
  public boolean cancelRequest(Session session, String requestId) {
    Optional<Query> query =
        registry.findRequest(requestId).filter(found -> found.session() == session);
    query.ifPresent(QueryService::cancel);
    return query.isPresent();
  }

  /** Stops all queries of a session; how many there were. */
  public int cancelAll(Session session) {
    List<Query> running =
        registry.of(session).stream().filter(q -> q.status() == Query.Status.RUNNING).toList();
    running.forEach(QueryService::cancel);
    return running.size();
  }

  private static void cancel(Query query) {
    query.cancellation().cancel(SnowflakeException.cancelled());
  }

  private void run(Query query, QueryRequest request, Redaction redaction) {
    QueryOutcome outcome;
    try {
      outcome = withTimeout(query, request);
    } catch (SnowflakeException e) {
      outcome = new QueryOutcome.Failure(redaction.apply(reason(query, e)));
      logInternal(query, e);
    } catch (RuntimeException | Error e) {
      // Also an Error ends the query: whoever waits for it would wait for ever.
      outcome = new QueryOutcome.Failure(reason(query, internal(e)));
      logInternal(query, e);
    }
    if (!request.describeOnly()) {
      query.session().addQuery(query.id());
    }
    query.end(outcome, clock.instant());
    registry.ended(query);
  }

  private QueryOutcome withTimeout(Query query, QueryRequest request) {
    ScheduledFuture<?> timeout = scheduleTimeout(query, request);
    try {
      return outcome(query, request);
    } finally {
      timeout.cancel(false);
    }
  }

  private QueryOutcome outcome(Query query, QueryRequest request) {
    List<Statement> statements = parser.parse(request.sqlText());
    checkCount(statements.size(), request, query.session());
    if (statements.size() == 1) {
      return request.describeOnly()
          ? executor.describe(query, statements.get(0), request)
          : executor.run(query, statements.get(0), request);
    }
    if (request.describeOnly()) {
      throw SnowflakeException.unsupported("describing several statements at once");
    }
    return runAll(query, statements, request);
  }

  private QueryOutcome runAll(Query query, List<Statement> statements, QueryRequest request) {
    List<Query> children = new ArrayList<>();
    for (Statement statement : statements) {
      query.cancellation().check();
      Redaction redaction = new Redaction(statement.text());
      Query child = new Query(ids.get(), query.session(), redaction.text(), clock.instant());
      registry.add(child);
      try (var ignored =
          query
              .cancellation()
              .onCancel(() -> child.cancellation().cancel(SnowflakeException.cancelled()))) {
        child.end(executor.run(child, statement, request), clock.instant());
      } catch (SnowflakeException e) {
        child.end(new QueryOutcome.Failure(redaction.apply(e)), clock.instant());
        throw e;
      } finally {
        query.session().addQuery(child.id());
      }
      children.add(child);
    }
    return new QueryOutcome.Several(children);
  }

  /**
   * Source: https://docs.snowflake.com/en/developer-guide/sql-api/submitting-multiple-statements
   */
  private static void checkCount(int statements, QueryRequest request, Session session) {
    String wanted = parameter(ParameterDefinition.MULTI_STATEMENT_COUNT, request, session);
    if (!wanted.equals("0") && !wanted.equals(Integer.toString(statements))) {
      throw new SnowflakeException(
          "000008",
          "0A000",
          "Actual statement count "
              + statements
              + " did not match the desired statement count "
              + wanted
              + ".");
    }
  }

  private ScheduledFuture<?> scheduleTimeout(Query query, QueryRequest request) {
    long seconds =
        Long.parseLong(
            parameter(ParameterDefinition.STATEMENT_TIMEOUT_IN_SECONDS, request, query.session()));
    return timer.schedule(
        () ->
            query
                .cancellation()
                .cancel(
                    new SnowflakeException(
                        "000630",
                        "57014",
                        "Statement reached its statement or warehouse timeout of "
                            + seconds
                            + " second(s) and was canceled.")),
        seconds == 0 ? 604_800 : seconds,
        TimeUnit.SECONDS);
  }

  /** The request's own value, or the session's. */
  private static String parameter(
      ParameterDefinition parameter, QueryRequest request, Session session) {
    String own = request.parameters().get(parameter.name());
    return own == null ? session.parameters().value(parameter) : parameter.checked(own);
  }

  /** A cancelled statement may fail in many ways; the client is told why it was cancelled. */
  private static SnowflakeException reason(Query query, SnowflakeException error) {
    SnowflakeException reason = query.cancellation().reason();
    return reason == null ? error : reason;
  }

  private static SnowflakeException internal(Throwable fault) {
    return fault instanceof StackOverflowError
        ? SnowflakeException.compilationError("the statement is nested too deeply")
        : SnowflakeException.internal("the statement could not be executed", fault);
  }

  private static void logInternal(Query query, Throwable fault) {
    if (!(fault instanceof SnowflakeException known)
        || known.code().equals(SnowflakeException.INTERNAL)) {
      LOG.error("query {} failed", query.id(), fault);
    }
  }
}
