package io.snowpull.local.engine.task;

import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.duckdb.DatabaseConnection;
import io.snowpull.local.engine.egress.StoredName;
import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of task runs, kept over restarts; runs older than a week are forgotten. */
final class TaskRunRepository {
  private static final String COLUMNS =
      "id, task, query_id, text, state, error_code, error_message, scheduled_for, started_at,"
          + " completed_at, origin";

  private final Database database;

  TaskRunRepository(Database database) {
    this.database = database;
    change(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS snowpull");
            statement.execute(
                "CREATE TABLE IF NOT EXISTS snowpull.task_runs (id BIGINT, task VARCHAR,"
                    + " query_id VARCHAR, text VARCHAR, state VARCHAR, error_code VARCHAR,"
                    + " error_message VARCHAR, scheduled_for BIGINT, started_at BIGINT,"
                    + " completed_at BIGINT, origin VARCHAR)");
          }
        });
  }

  /** Writes the run in its present state. */
  void save(TaskRun run) {
    change(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM snowpull.task_runs WHERE id = ?")) {
            delete.setLong(1, run.id());
            delete.executeUpdate();
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO snowpull.task_runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            write(insert, run);
          }
        });
  }

  private static void write(PreparedStatement insert, TaskRun run) throws SQLException {
    insert.setLong(1, run.id());
    insert.setString(2, run.task().toSql());
    insert.setString(3, run.queryId());
    insert.setString(4, run.text());
    insert.setString(5, run.state().name());
    insert.setString(6, run.errorCode());
    insert.setString(7, run.errorMessage());
    insert.setLong(8, run.scheduledFor().toEpochMilli());
    insert.setObject(9, millis(run.startedAt()));
    insert.setObject(10, millis(run.completedAt()));
    insert.setString(11, run.origin().name());
    insert.executeUpdate();
  }

  void forgetBefore(Instant moment) {
    change(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM snowpull.task_runs WHERE completed_at < ?")) {
            delete.setLong(1, moment.toEpochMilli());
            delete.executeUpdate();
          }
        });
  }

  /** All runs, the latest first. */
  List<TaskRun> all() {
    return query("SELECT " + COLUMNS + " FROM snowpull.task_runs ORDER BY id DESC");
  }

  /** Runs that have not ended. */
  List<TaskRun> open() {
    return query(
        "SELECT "
            + COLUMNS
            + " FROM snowpull.task_runs WHERE state IN ('SCHEDULED', 'EXECUTING') ORDER BY id");
  }

  /** When the task was last due by its schedule. */
  Optional<Instant> lastScheduled(QualifiedName task) {
    return all().stream()
        .filter(run -> run.task().equals(task) && run.origin() == TaskRun.Origin.SCHEDULE)
        .map(TaskRun::scheduledFor)
        .findFirst();
  }

  private List<TaskRun> query(String sql) {
    try (DatabaseConnection connection = database.connect();
        PreparedStatement select = connection.jdbc().prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      List<TaskRun> runs = new ArrayList<>();
      while (rows.next()) {
        runs.add(read(rows));
      }
      return runs;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static TaskRun read(ResultSet rows) throws SQLException {
    return new TaskRun(
        rows.getLong(1),
        StoredName.parse(rows.getString(2)),
        rows.getString(3),
        rows.getString(4),
        TaskRun.State.valueOf(rows.getString(5)),
        rows.getString(6),
        rows.getString(7),
        Instant.ofEpochMilli(rows.getLong(8)),
        instant(rows, 9),
        instant(rows, 10),
        TaskRun.Origin.valueOf(rows.getString(11)));
  }

  private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
    long millis = rows.getLong(column);
    return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private synchronized void change(Work work) {
    try (DatabaseConnection connection = database.connect()) {
      Connection jdbc = connection.jdbc();
      jdbc.setAutoCommit(false);
      work.on(jdbc);
      jdbc.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static SnowflakeException failed(SQLException e) {
    return SnowflakeException.internal("the history of tasks cannot be reached", e);
  }
}
