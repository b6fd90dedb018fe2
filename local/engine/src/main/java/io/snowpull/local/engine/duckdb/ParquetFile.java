package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.duckdb.translate.PhysicalTypes;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one Parquet file, by a DuckDB instance of its own: the account's instance may
 * open no file, and no SQL of a client reaches this one.
 */
public final class ParquetFile {

  private final Path file;

  public ParquetFile(Path file) {
    this.file = file;
  }

  /** Its rows as JSON objects, in order. */
  public List<String> documents() {
    return read(
        "SELECT to_json(given)::VARCHAR FROM read_parquet(?) AS given", rows -> rows.getString(1));
  }

  /** Its columns in order; every Parquet type that Snowflake has is given as Snowflake's. */
  public List<Column> columns() {
    return read(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))",
        rows -> new Column(rows.getString(1), type(rows.getString(2)), true));
  }

  /** Writes the rows of a result; what stood there is replaced. */
  public void write(Result result) {
    List<Column> columns = result.columns();
    String definition =
        columns.stream()
            .map(c -> PhysicalName.quote(c.name()) + " " + PhysicalTypes.duckdb(c.type()))
            .collect(Collectors.joining(", "));
    try (DuckDBConnection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE rows (" + definition + ")");
      try (DuckDBAppender appender = connection.createAppender("main", "rows")) {
        for (List<@Nullable Object> row : result.rows()) {
          AppendedRow.append(appender, row, columns);
        }
      }
      statement.execute(
          "COPY rows TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
    } catch (SQLException e) {
      throw SnowflakeException.internal("a Parquet file cannot be written", e);
    }
  }

  private interface RowReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> List<T> read(String sql, RowReader<T> reader) {
    List<T> all = new ArrayList<>();
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file.toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(reader.read(rows));
        }
      }
      return all;
    } catch (SQLException e) {
      throw SnowflakeException.compilationError(
          "Error reading the staged file '" + file.getFileName() + "': it is no Parquet file.");
    }
  }

  /** Lists, structs and maps arrive as VARIANT. */
  private static SnowflakeType type(String duckdb) {
    return duckdb.endsWith("]") || duckdb.startsWith("STRUCT") || duckdb.startsWith("MAP")
        ? SnowflakeType.VARIANT
        : PhysicalTypes.snowflake(duckdb);
  }

  private static DuckDBConnection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", "1");
    return new DuckDBDriver().connect("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
  }
}
