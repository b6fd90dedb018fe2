package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.duckdb.function.FunctionRegistration;
import io.snowpull.local.engine.result.SnowflakeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * The DuckDB instance under one local account; locked down before anybody's SQL reaches it.
 *
 * <p>Thread-safe; the connections it gives are not.
 */
public final class Database implements AutoCloseable {

  private static final List<String> SETTINGS =
      List.of(
          "SET GLOBAL default_null_order = 'nulls_last_on_asc_first_on_desc'",
          // ORDER BY NULL is allowed and orders nothing.
          "SET GLOBAL order_by_non_integer_literal = true",
          "SET GLOBAL TimeZone = 'UTC'",
          "SET GLOBAL enable_external_access = false",
          "SET GLOBAL allow_community_extensions = false",
          "SET GLOBAL lock_configuration = true");

  private final DuckDBConnection root;
  private final TableLocks locks = new TableLocks();

  private Database(DuckDBConnection root) {
    this.root = root;
  }

  /** Opens or creates the file; fails with {@link DatabaseInUseException} if a process has it. */
  public static Database open(Path file) {
    try {
      return open(file.toAbsolutePath().toString());
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("Could not set lock on file")) {
        throw new DatabaseInUseException(file, e);
      }
      throw SnowflakeException.internal("the data file " + file + " cannot be opened", e);
    }
  }

  /** A database that is gone when it is closed. */
  public static Database inMemory() {
    try {
      return open("");
    } catch (SQLException e) {
      throw SnowflakeException.internal("DuckDB does not start", e);
    }
  }

  /** A new connection, for one session or one background job. */
  public DatabaseConnection connect() {
    try {
      return new DatabaseConnection(root.duplicate(), locks);
    } catch (SQLException e) {
      throw SnowflakeException.internal("no connection to DuckDB", e);
    }
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw SnowflakeException.internal("DuckDB does not close", e);
    }
  }

  private static List<String> macros() {
    try (InputStream resource = Database.class.getResourceAsStream("macros.sql")) {
      String text =
          new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.startsWith("CREATE MACRO"))
          .map(line -> line.replaceFirst("CREATE", "CREATE OR REPLACE"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database open(String file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, properties);
    DuckDBConnection root = connection.unwrap(DuckDBConnection.class);
    try (Statement statement = root.createStatement()) {
      FunctionRegistration.register(root);
      for (String macro : macros()) {
        statement.execute(macro);
      }
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    } catch (SQLException | RuntimeException e) {
      root.close();
      throw e;
    }
    return new Database(root);
  }
}
