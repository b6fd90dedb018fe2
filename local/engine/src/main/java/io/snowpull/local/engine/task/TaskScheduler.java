package io.snowpull.local.engine.task;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.TaskDefinition;
import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts tasks when they are due by the clock, one run of each at a time. Tests move the clock and
 * call {@link #tick}.
 */
public final class TaskScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
  private static final long TICK_MILLIS = 250;
  private static final Duration KEPT = Duration.ofDays(7);

  /** What closing grants a run to end by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Catalog catalog;
  private final Clock clock;
  private final TaskRunRepository runs;
  private final TaskRights rights;
  private final TaskQueries queries;
  private final TaskFailures failures;
  private final ExecutorService threads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "tasks");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicLong ids;
  private final Map<ObjectKey, Due> due = new HashMap<>();
  private final Set<ObjectKey> running = new HashSet<>();
  private boolean closing;
  private final Map<ObjectKey, TaskRun> waiting = new HashMap<>();

  public TaskScheduler(
      Catalog catalog,
      AccessControl access,
      Database database,
      TaskQueries queries,
      ExecutorService threads,
      Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
    this.runs = new TaskRunRepository(database);
    this.rights = new TaskRights(catalog, access);
    this.queries = queries;
    this.failures = new TaskFailures(catalog);
    this.threads = threads;
    this.ids = new AtomicLong(clock.millis() * 1000);
    endLeftovers();
  }

  /** When a task is due next, by the schedule it had when that was computed. */
  private record Due(String schedule, Instant at) {}

  /** Runs that a killed account left behind failed. */
  private void endLeftovers() {
    for (TaskRun run : runs.open()) {
      runs.save(
          run.ended(
              TaskRun.State.FAILED,
              "000604",
              "The account was stopped during the run.",
              clock.instant()));
    }
    runs.forgetBefore(clock.instant().minus(KEPT));
  }

  /** Starts to look at the clock. */
  public void start() {
    timer.scheduleWithFixedDelay(this::tickSafely, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tickSafely() {
    try {
      tick();
    } catch (RuntimeException e) {
      LOG.error("the tasks' clock goes on after a fault", e);
    }
  }

  /** Starts what is due now. */
  public synchronized void tick() {
    Instant now = clock.instant();
    Map<ObjectKey, Due> previous = new HashMap<>(due);
    due.clear();
    catalog
        .snapshot()
        .all(TaskDefinition.class)
        .filter(TaskDefinition::started)
        .forEach(task -> tick(task, previous.get(task.key()), now));
  }

  private void tick(TaskDefinition task, @Nullable Due known, Instant now) {
    String text = task.schedule();
    if (text == null) {
      return;
    }
    Schedule schedule = Schedule.parse(text);
    Due present =
        known != null && known.schedule().equals(text) ? known : first(task, text, schedule, now);
    if (present.at().isAfter(now)) {
      due.put(task.key(), present);
      return;
    }
    due.put(task.key(), new Due(text, schedule.next(now)));
    TaskRun run = scheduled(task, present.at(), TaskRun.Origin.SCHEDULE);
    if (running.contains(task.key())) {
      runs.save(run.ended(TaskRun.State.SKIPPED, null, null, now));
    } else {
      launch(task, run);
    }
  }

  /**
   * An interval counts from the last run that was due, or from RESUME, whichever came later: not
   * from when the clock is first looked at, which may be long after in an account that was stopped.
   */
  private Due first(TaskDefinition task, String text, Schedule schedule, Instant now) {
    Instant from =
        Stream.concat(
                runs.lastScheduled(task.name()).stream(), failures.resumedAt(task.key()).stream())
            .filter(known -> schedule instanceof Schedule.Interval)
            .max(Instant::compareTo)
            .orElse(now);
    return new Due(text, schedule.next(from));
  }

  /** EXECUTE TASK: at once, or after the run that is under way. */
  synchronized void execute(TaskDefinition task) {
    TaskRun run = scheduled(task, clock.instant(), TaskRun.Origin.EXECUTE_TASK);
    if (!running.contains(task.key())) {
      launch(task, run);
    } else if (!waiting.containsKey(task.key())) {
      runs.save(run);
      waiting.put(task.key(), run);
    }
  }

  /** ALTER TASK RESUME starts to count failures and time anew. */
  synchronized void resumed(ObjectKey task) {
    failures.reset(task, clock.instant());
    due.remove(task);
  }

  /** All known runs, the latest first; and for started tasks the one that comes next. */
  synchronized List<TaskRun> history() {
    List<TaskRun> all = new ArrayList<>();
    catalog
        .snapshot()
        .all(TaskDefinition.class)
        .filter(TaskDefinition::started)
        .forEach(
            task -> {
              Due next = due.get(task.key());
              if (next != null) {
                all.add(upcoming(task, next));
              }
            });
    all.addAll(runs.all());
    return all;
  }

  private static TaskRun upcoming(TaskDefinition task, Due next) {
    return new TaskRun(
        0,
        task.name(),
        null,
        task.body(),
        TaskRun.State.SCHEDULED,
        null,
        null,
        next.at(),
        null,
        null,
        TaskRun.Origin.SCHEDULE);
  }

  private TaskRun scheduled(TaskDefinition task, Instant at, TaskRun.Origin origin) {
    return new TaskRun(
        ids.incrementAndGet(),
        task.name(),
        null,
        task.body(),
        TaskRun.State.SCHEDULED,
        null,
        null,
        at,
        null,
        null,
        origin);
  }

  private void launch(TaskDefinition task, TaskRun run) {
    running.add(task.key());
    runs.save(run);
    try {
      threads.execute(() -> run(task, run));
    } catch (RejectedExecutionException e) {
      running.remove(task.key());
    }
  }

  private void run(TaskDefinition task, TaskRun scheduled) {
    RunInProgress progress = new RunInProgress(scheduled);
    SnowflakeException failure;
    try {
      Context context = rights.require(task);
      failure = queries.run(task.body(), context, timeout(task), progress::started);
    } catch (SnowflakeException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = SnowflakeException.internal("the task could not be run", e);
      LOG.error("task {} failed", task.name(), e);
    }
    try {
      end(task, progress.run, failure);
    } catch (RuntimeException e) {
      // A run that was cut by closing is ended at the next start.
      if (!isClosing()) {
        LOG.error("the end of a run of {} could not be stored", task.name(), e);
      }
    } finally {
      next(task);
    }
  }

  private final class RunInProgress {
    private TaskRun run;

    RunInProgress(TaskRun run) {
      this.run = run;
    }

    void started(String queryId) {
      run = run.started(queryId, clock.instant());
      runs.save(run);
    }
  }

  private void end(TaskDefinition task, TaskRun run, @Nullable SnowflakeException failure) {
    TaskRun.State state = failures.count(task, failure);
    runs.save(
        failure == null
            ? run.ended(state, null, null, clock.instant())
            : run.ended(state, failure.code(), failure.message(), clock.instant()));
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  private synchronized void next(TaskDefinition task) {
    running.remove(task.key());
    notifyAll();
    TaskRun queued = waiting.remove(task.key());
    if (queued != null && !closing) {
      catalog
          .snapshot()
          .find(task.key())
          .filter(TaskDefinition.class::isInstance)
          .ifPresent(found -> launch((TaskDefinition) found, queued));
    }
  }

  private static Duration timeout(TaskDefinition task) {
    long millis = Long.parseLong(task.parameters().getOrDefault("USER_TASK_TIMEOUT_MS", "3600000"));
    return millis == 0 ? Duration.ofDays(7) : Duration.ofMillis(millis);
  }

  /** Starts no more runs, and lets those that are about to end do so; the others are cut. */
  @Override
  public synchronized void close() {
    closing = true;
    timer.shutdownNow();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (long left = PATIENCE.toNanos();
          !running.isEmpty() && left > 0;
          left = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
