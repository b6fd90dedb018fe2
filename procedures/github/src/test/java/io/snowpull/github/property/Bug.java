package io.snowpull.github.property;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.ingestion.Pause;
import io.snowpull.runtime.source.Inventory;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.RowFate;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import io.snowpull.runtime.source.Unchanged;
import io.snowpull.runtime.source.Validator;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mistakes that an ingestion engine can make, planted around the real one, one at a time. */
enum Bug {
  NONE(source -> source, sql -> sql),

  /** Asks for what changed after a time, and not also at it. */
  SINCE_EXCLUSIVE(
      source -> FilteredSource.requests(source, request -> later(request, 1)), sql -> sql),
  /** Asks from a little too late. */
  SINCE_TOO_LATE(
      source -> FilteredSource.requests(source, request -> later(request, 30)), sql -> sql),
  /** Asks from 1970, which GitHub answers with nothing. */
  SINCE_1970(source -> FilteredSource.requests(source, Bug::since1970), sql -> sql),
  /** Takes the first page for all. */
  LINK_IGNORED(source -> FilteredSource.pages(source, Bug::withoutNext), sql -> sql),
  /** Takes a page that is not full for the last one, and a full one too. */
  LAST_ROW_LOST(source -> FilteredSource.pages(source, page -> cut(page, 0, 1)), sql -> sql),
  /** Takes the first row of each page for the overlap. */
  FIRST_ROW_LOST(source -> FilteredSource.pages(source, page -> cut(page, 1, 0)), sql -> sql),
  /** Takes a limit for the end. */
  LIMIT_SWALLOWED(source -> swallowing(source, true), sql -> sql),
  /** Takes any failure for the end. */
  FAILURE_SWALLOWED(source -> swallowing(source, false), sql -> sql),
  /** Takes every answer to a conditional request for "nothing new". */
  ALWAYS_UNCHANGED(Bug::alwaysUnchanged, sql -> sql),
  /** Stamps rows with the time of reading, so that older versions look newer. */
  TIME_OF_READING(source -> FilteredSource.pages(source, Bug::stamped), sql -> sql),

  /** Asks the source twice for everything. */
  ASKS_TWICE(
      source ->
          new FilteredSource(
              source,
              (request, fetch) -> {
                SourceAnswer first = fetch.apply(request);
                return fetch.apply(request) instanceof SourcePage second ? second : first;
              }),
      sql -> sql),
  /** Leaves out rows of which it has seen a version. */
  SEEN_ROWS_SKIPPED(Bug::skippingSeenRows, sql -> sql),
  /** Goes on by page offset instead of asking again from the time of the last row. */
  PAGE_OFFSETS(Bug::byOffset, sql -> sql),
  /** Does not wait when it is asked to. */
  IMPATIENT(source -> source, sql -> sql) {
    @Override
    Pause onPause(Pause pause) {
      return duration -> {};
    }
  },
  /** Goes on saying that a row could not be written when it was. */
  KEPT_FOREVER(
      source -> source, sql -> FilteredSql.without(sql, RecurringStatement.RELEASE_PARKED)),
  /** Writes though a newer run has taken over. */
  FENCE_IGNORED(source -> source, Bug::ignoringFence),
  /** Stores the cursor in a transaction of its own, before the rows. */
  CURSOR_FIRST(source -> source, Bug::cursorFirst),
  /** Forgets to write the rows. */
  ROWS_NOT_WRITTEN(
      source -> source,
      sql -> FilteredSql.of(sql, RecurringStatement.MERGE_BATCH, new EveryThird())),
  /** Leaves out what cannot be written, and keeps it nowhere. */
  POISON_DROPPED(
      source -> source,
      sql -> FilteredSql.without(sql, RecurringStatement.PARK_RECORD, new SqlRow(List.of(1L)))),
  /** Goes by time alone, and so misses the second change in one second. */
  HASH_IGNORED(
      source -> source,
      sql ->
          FilteredSql.binding(
              sql,
              RecurringStatement.MERGE_BATCH,
              1,
              json -> json.replaceAll("\"hash\":\"[0-9a-f]*\"", "\"hash\":\"0\""))),
  /** Forgets where it was, and so reads everything again at each poll. */
  CURSOR_NOT_STORED(
      source -> source, sql -> FilteredSql.without(sql, RecurringStatement.INSERT_CURSOR)),
  /** Forgets which windows of a first load it has not read. */
  WINDOWS_FORGOTTEN(
      source -> source,
      sql ->
          FilteredSql.binding(
              sql,
              RecurringStatement.INSERT_CURSOR,
              2,
              json -> json.replaceAll("\"windows\":\\[.*?\\]", "\"windows\":[]"))),
  /** Catches up from the end of a first load, and so misses what changed during it. */
  CATCH_UP_TOO_LATE(Bug::catchingUpLate, sql -> sql),
  /** Takes what a list leaves out for gone. */
  MARKED_WITHOUT_ASKING(inventory -> FilteredInventory.fates(inventory, fate -> RowFate.DELETED)),
  /** Takes an issue that was transferred for one that is still here. */
  TRANSFER_OVERLOOKED(
      inventory ->
          FilteredInventory.fates(
              inventory, fate -> fate == RowFate.TRANSFERRED ? RowFate.PRESENT : fate)),
  /** Takes the first page of a list for all of it. */
  LIST_CUT_SHORT(inventory -> FilteredInventory.pages(inventory, Bug::withoutNext)),
  /** Finds what changed without a new time, and leaves it as it is. */
  NOTHING_HEALED(
      source -> source,
      sql -> FilteredSql.without(sql, RecurringStatement.HEAL_BATCH, new SqlRow(List.of(0L, 0L)))),
  /** Never marks anything. */
  NOTHING_MARKED(
      source -> source,
      sql -> FilteredSql.without(sql, RecurringStatement.MARK_DELETED, new SqlRow(List.of(1L)))),
  /** Forgets the validator. */
  VALIDATOR_NOT_STORED(
      source -> source,
      sql ->
          FilteredSql.binding(
              sql,
              RecurringStatement.INSERT_CURSOR,
              2,
              json -> json.replaceAll("\"validator\":\"(\\\\\"|[^\"])*\"", "\"validator\":\"x\""))),
  /** Leaves the files of a load where they are. */
  STAGED_FILES_KEPT(
      source -> source,
      sql ->
          FilteredSql.without(
              FilteredSql.without(sql, RecurringStatement.REMOVE_STAGED),
              RecurringStatement.REMOVE_LEFT)),
  /** Removes its own files, but not those of a run that was killed. */
  LEFT_FILES_KEPT(
      source -> source, sql -> FilteredSql.without(sql, RecurringStatement.REMOVE_LEFT)),
  /** Takes what a file was meant to hold for what the table has. */
  STAGED_ROWS_NOT_COUNTED(source -> source, sql -> sql) {
    @Override
    AccountSession onSession(AccountSession session) {
      return UncountedFiles.of(session, UnaryOperator.identity());
    }
  },
  /** Reads the file of the load before. */
  STAGED_FILE_OF_ANOTHER_LOAD(source -> source, sql -> sql) {
    @Override
    AccountSession onSession(AccountSession session) {
      return UncountedFiles.of(session, Bug::loadBefore);
    }
  },
  /** Commits the cursor of a staged batch first, and then its rows. */
  STAGED_COMMIT_FIRST(source -> source, sql -> sql) {
    @Override
    AccountSession onSession(AccountSession session) {
      AccountSession uncounted = UncountedFiles.of(session, UnaryOperator.identity());
      return new AccountSession(new RowsAfterCommit(uncounted.sql()), uncounted.upload());
    }
  },
  /** Writes the state of a run over and over. */
  CHATTY(
      source -> source,
      sql ->
          FilteredSql.of(
              sql,
              RecurringStatement.INSERT_STATE,
              (to, statement, binds) -> {
                to.run(statement, binds);
                return to.run(statement, binds);
              }));

  private final UnaryOperator<Source> onSource;
  private final UnaryOperator<Sql> onSql;
  private final UnaryOperator<Inventory> onInventory;

  Bug(UnaryOperator<Source> onSource, UnaryOperator<Sql> onSql) {
    this.onSource = onSource;
    this.onSql = onSql;
    this.onInventory = inventory -> inventory;
  }

  Bug(UnaryOperator<Inventory> onInventory) {
    this.onSource = source -> source;
    this.onSql = sql -> sql;
    this.onInventory = onInventory;
  }

  Inventory onInventory(Inventory inventory) {
    return onInventory.apply(inventory);
  }

  Source onSource(Source source) {
    return onSource.apply(source);
  }

  Pause onPause(Pause pause) {
    return pause;
  }

  AccountSession onSession(AccountSession session) {
    return new AccountSession(onSql.apply(session.sql()), session.upload());
  }

  /** The numbers of a run's loads follow each other. */
  private static String loadBefore(String statement) {
    Matcher folder = Pattern.compile("(?<=STAGED_ROWS/\\d{1,18}/)\\d+").matcher(statement);
    return folder.replaceFirst(number -> Long.toString(Long.parseLong(number.group()) - 1));
  }

  /** Leaves out every third statement, and says that it ran. */
  private static final class EveryThird implements FilteredSql.Tampering {
    private int statements;

    @Override
    public List<SqlRow> run(Sql sql, String statement, @Nullable Object[] binds) {
      return ++statements % 3 == 0
          ? List.of(new SqlRow(List.of(0L, 0L)))
          : sql.run(statement, binds);
    }
  }

  private static PageRequest later(PageRequest request, long seconds) {
    return request instanceof PageRequest.Since since
        ? new PageRequest.Since(
            since.since().map(time -> time.plusSeconds(seconds)), since.validator())
        : request;
  }

  private static PageRequest since1970(PageRequest request) {
    return request instanceof PageRequest.Since since && since.since().isEmpty()
        ? new PageRequest.Since(Optional.of(Instant.EPOCH), since.validator())
        : request;
  }

  private static SourcePage withoutNext(SourcePage page) {
    return copy(page, page.records(), Optional.empty(), page.validator());
  }

  private static SourcePage cut(SourcePage page, int first, int last) {
    int size = page.records().size();
    return size < 2
        ? page
        : copy(page, page.records().subList(first, size - last), page.next(), page.validator());
  }

  private static SourcePage stamped(SourcePage page) {
    List<SourceRecord> rows =
        page.records().stream()
            .map(row -> new SourceRecord(row.id(), page.date(), row.json(), row.contentHash()))
            .toList();
    return copy(page, rows, page.next(), page.validator());
  }

  private static SourcePage copy(
      SourcePage page, List<SourceRecord> rows, Optional<URI> next, Optional<Validator> validator) {
    return new SourcePage(
        page.address(),
        page.requests(),
        rows,
        page.unreadable(),
        next,
        page.bytes(),
        page.date(),
        validator);
  }

  private static Source swallowing(Source source, boolean limitsOnly) {
    return new FilteredSource(
        source,
        (request, fetch) -> {
          try {
            return fetch.apply(request);
          } catch (ConnectorException e) {
            if (limitsOnly && e.retryAfter().isEmpty()) {
              throw e;
            }
            return SourcePage.of(
                URI.create("x:y"),
                1,
                List.of(),
                Optional.empty(),
                0,
                Instant.EPOCH,
                Optional.empty());
          }
        });
  }

  private static Source skippingSeenRows(Source source) {
    Set<Long> seen = new HashSet<>();
    return FilteredSource.pages(
        source,
        page -> {
          List<SourceRecord> unseen =
              page.records().stream().filter(row -> !seen.contains(row.id())).toList();
          page.records().forEach(row -> seen.add(row.id()));
          return copy(page, unseen, page.next(), page.validator());
        });
  }

  private static Source byOffset(Source source) {
    Deque<URI> next = new ArrayDeque<>();
    return new FilteredSource(
        source,
        (request, fetch) -> {
          SourceAnswer answer =
              fetch.apply(next.isEmpty() ? request : new PageRequest.At(next.pop()));
          if (answer instanceof SourcePage page) {
            page.next().ifPresent(next::push);
          }
          return answer;
        });
  }

  /** The newest claim always looks like the run's own. */
  private static Sql ignoringFence(Sql sql) {
    Deque<SqlRow> own = new ArrayDeque<>();
    Sql remembering =
        FilteredSql.of(
            sql,
            RecurringStatement.INSERT_CLAIM,
            (to, statement, binds) -> {
              own.push(new SqlRow(List.of(String.valueOf(binds[1]))));
              return to.run(statement, binds);
            });
    return FilteredSql.of(
        remembering,
        RecurringStatement.SELECT_CLAIM,
        (to, statement, binds) -> List.of(own.getFirst()));
  }

  /** The clock of a first page seems to stand at the end of the load. */
  private static Source catchingUpLate(Source source) {
    return new FilteredSource(
        source,
        (request, fetch) -> {
          SourceAnswer answer = fetch.apply(request);
          boolean first =
              request instanceof PageRequest.Since since
                  && since.since().isEmpty()
                  && since.validator().isEmpty();
          return first && answer instanceof SourcePage page ? hoursLater(page) : answer;
        });
  }

  private static SourcePage hoursLater(SourcePage page) {
    return new SourcePage(
        page.address(),
        page.requests(),
        page.records(),
        page.unreadable(),
        page.next(),
        page.bytes(),
        page.date().plusSeconds(7200),
        page.validator());
  }

  private static Source alwaysUnchanged(Source source) {
    return new FilteredSource(
        source,
        (request, fetch) -> {
          SourceAnswer answer = fetch.apply(request);
          boolean conditional =
              request instanceof PageRequest.Since since && since.validator().isPresent();
          return conditional ? new Unchanged(answer.requests()) : answer;
        });
  }

  /** Rows of a batch are written in the transaction of the next one, after their own cursor. */
  private static Sql cursorFirst(Sql sql) {
    return FilteredSql.of(sql, RecurringStatement.MERGE_BATCH, new Delayed());
  }

  private static final class Delayed implements FilteredSql.Tampering {
    private String statement = "";
    private @Nullable Object @Nullable [] binds;

    @Override
    public List<SqlRow> run(Sql sql, String newStatement, @Nullable Object[] newBinds) {
      List<SqlRow> result =
          binds == null ? List.of(new SqlRow(List.of(0L, 0L))) : sql.run(statement, binds);
      statement = newStatement;
      binds = newBinds;
      return result;
    }
  }
}
