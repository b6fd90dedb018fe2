package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.session.Context;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One query of one session, from the moment it is accepted. Safe for several threads. */
public final class Query {

  /** Where a query is; the names are those of the monitoring endpoint. */
  public enum Status {
    RUNNING,
    SUCCESS,
    FAILED_WITH_ERROR,
    ABORTED
  }

  private final String id;
  private final Session session;
  private final String text;
  private final Instant startedAt;
  private final Context context;
  private final String tag;
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable QueryOutcome outcome;
  private volatile @Nullable Instant endedAt;

  Query(String id, Session session, String text, Instant startedAt) {
    this.id = id;
    this.session = session;
    this.text = text;
    this.startedAt = startedAt;
    this.context = session.context();
    this.tag = session.parameters().value(ParameterDefinition.QUERY_TAG);
  }

  public String id() {
    return id;
  }

  public Session session() {
    return session;
  }

  /** The statement as QUERY_HISTORY shows it: without what secrets it held. */
  public String text() {
    return text;
  }

  /** As whom and where it began. */
  public Context context() {
    return context;
  }

  /** The session's QUERY_TAG when it began. */
  public String tag() {
    return tag;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** When it ended; empty while it runs. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  /** How it ended; empty while it runs. */
  public Optional<QueryOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Status status() {
    QueryOutcome known = outcome;
    if (known == null) {
      return Status.RUNNING;
    }
    if (known instanceof QueryOutcome.Failure failure) {
      return failure.error().code().equals("000604") ? Status.ABORTED : Status.FAILED_WITH_ERROR;
    }
    return Status.SUCCESS;
  }

  /** Waits for the end; empty if it still runs after that time. */
  public Optional<QueryOutcome> await(Duration atMost) {
    try {
      ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return outcome();
  }

  void end(QueryOutcome how, Instant when) {
    endedAt = when;
    outcome = how;
    ended.countDown();
  }
}
