package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.duckdb.translate.BoundStatement;
import io.snowpull.local.engine.duckdb.translate.PhysicalTypes;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.Rows;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Runs bound statements on one connection, each whole or not at all. */
final class StatementRunner {

  private final DuckDBConnection connection;
  private final Transaction transaction;
  private final PreparedStatements prepared;
  private volatile @Nullable Statement running;
  private volatile boolean cancelled;

  StatementRunner(DuckDBConnection connection, Transaction transaction) {
    this.connection = connection;
    this.transaction = transaction;
    this.prepared = new PreparedStatements(connection);
  }

  Result query(BoundStatement bound) {
    return atomically(
        null,
        Duration.ZERO,
        false,
        stands(bound),
        () -> {
          prepare(bound);
          Result result = new Result(bound.columns(), Rows.of(rows(bound)), bound.type());
          cleanUp(bound);
          return result;
        });
  }

  /**
   * Changes rows.
   *
   * @param lockTimeout how long to wait for the table
   */
  Result change(BoundStatement bound, Duration lockTimeout) {
    return changeAll(List.of(bound), lockTimeout);
  }

  Result changeAll(List<BoundStatement> all, Duration lockTimeout) {
    BoundStatement first = all.get(0);
    return atomically(
        first.locked(),
        lockTimeout,
        true,
        all.size() == 1 && stands(first),
        () -> {
          Map<String, Long> counts = new LinkedHashMap<>();
          first.columns().forEach(column -> counts.put(column.name(), 0L));
          for (BoundStatement bound : all) {
            prepare(bound);
            count(bound, counts);
            cleanUp(bound);
          }
          return first.type() == StatementType.DDL
              ? Result.status(StatementType.DDL, "Statement executed successfully.")
              : Result.counts(first.type(), counts);
        });
  }

  /** Runs DDL in the current transaction, or in one of its own. */
  void ddl(String sql) {
    atomically(
        null,
        Duration.ZERO,
        true,
        false,
        () -> {
          send(sql);
          return true;
        });
  }

  /**
   * Runs a statement on the account's own tables in the current transaction, or in one of its own.
   */
  void own(String sql, List<?> values) {
    atomically(
        null,
        Duration.ZERO,
        true,
        true,
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
              statement.setObject(i + 1, values.get(i));
            }
            return statement.executeUpdate();
          }
        });
  }

  /** Lets go of what is kept for the next statement. */
  void close() {
    prepared.close();
  }

  void cancel() {
    cancelled = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw SnowflakeException.internal("a statement cannot be cancelled", e);
      }
    }
  }

  /**
   * Runs work in the current transaction, or in one of its own.
   *
   * <p>DuckDB gives up a transaction with its first failed statement, Snowflake goes on without
   * that statement. So work that changes something is kept, and done again after such a failure.
   *
   * @param alone whether the work is one statement. Outside a transaction DuckDB makes it one by
   *     itself, and BEGIN and COMMIT around it would cost as much as a small query.
   */
  private <T> T atomically(
      @Nullable PhysicalName lock,
      Duration lockTimeout,
      boolean changes,
      boolean alone,
      Transaction.Work<T> work) {
    boolean own = !transaction.active();
    boolean done = false;
    cancelled = false;
    try {
      if (lock != null) {
        transaction.lock(lock, lockTimeout);
      }
      if (!own || !alone) {
        transaction.reachDatabase();
      }
      T result = work.run();
      done = true;
      if (changes && !own) {
        transaction.remember(work);
      }
      return result;
    } catch (SQLException e) {
      throw cancelled ? SnowflakeException.cancelled() : DuckDbErrors.translate(e);
    } finally {
      if (!own && !done) {
        transaction.restore();
      } else if (own && done) {
        transaction.commit();
      } else if (own) {
        transaction.rollback();
      }
    }
  }

  /** Whether a statement is sent to DuckDB by itself, with nothing before or after it. */
  private static boolean stands(BoundStatement bound) {
    return bound.computed().isEmpty() && bound.before().isEmpty();
  }

  private void prepare(BoundStatement bound) throws SQLException {
    for (Map.Entry<String, RelationSource.Computed> entry : bound.computed().entrySet()) {
      store(entry.getKey(), entry.getValue());
    }
    for (String statement : bound.before()) {
      send(statement);
    }
  }

  private void cleanUp(BoundStatement bound) throws SQLException {
    for (String name : bound.computed().keySet()) {
      send("DROP TABLE IF EXISTS temp." + PhysicalName.quote(name));
    }
  }

  private void store(String name, RelationSource.Computed source) throws SQLException {
    List<Column> columns = source.columns();
    String definition =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "c" + i + " " + PhysicalTypes.duckdb(columns.get(i).type()))
            .collect(Collectors.joining(", "));
    send("CREATE OR REPLACE TEMP TABLE " + PhysicalName.quote(name) + "(" + definition + ")");
    try (DuckDBAppender appender = connection.createAppender("temp", "main", name)) {
      for (List<@Nullable Object> row : source.rows()) {
        AppendedRow.append(appender, row, columns);
      }
    }
  }

  private List<List<@Nullable Object>> rows(BoundStatement bound) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    run(
        bound,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            Cells cells = new Cells(result, bound.columns());
            while (result.next()) {
              rows.add(cells.row());
            }
          }
        });
    return rows;
  }

  /** What is done with a statement that has its values. */
  private interface Use {
    void of(PreparedStatement statement) throws SQLException;
  }

  private void run(BoundStatement bound, Use use) throws SQLException {
    try {
      PreparedStatement statement = prepared.of(bound.sql());
      for (int i = 0; i < bound.parameters().size(); i++) {
        statement.setObject(i + 1, Cells.parameter(bound.parameters().get(i).value()));
      }
      running = statement;
      use.of(statement);
    } catch (SQLException | RuntimeException e) {
      running = null;
      prepared.forget(bound.sql());
      throw e;
    } finally {
      running = null;
    }
  }

  /** Adds what the statement changed: the driver's count, or MERGE's rows by their action. */
  private void count(BoundStatement bound, Map<String, Long> counts) throws SQLException {
    run(
        bound,
        statement -> {
          if (statement.execute()) {
            try (ResultSet result = statement.getResultSet()) {
              while (result.next()) {
                counts.merge(mergeCount(result.getString(1)), 1L, Long::sum);
              }
            }
          } else {
            String first = bound.columns().get(0).name();
            counts.merge(first, (long) statement.getUpdateCount(), Long::sum);
          }
        });
  }

  private static String mergeCount(String action) {
    return switch (action) {
      case "INSERT" -> "number of rows inserted";
      case "UPDATE" -> "number of rows updated";
      default -> "number of rows deleted";
    };
  }

  private void send(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
