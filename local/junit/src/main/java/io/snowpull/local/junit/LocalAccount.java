package io.snowpull.local.junit;

import io.snowpull.local.engine.account.AccountConfig;
import io.snowpull.local.worker.ProcedureWorker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A local account in this process, in a directory of its own that goes with it. Real drivers
 * connect to it; it needs no container, no network and no Snowflake account.
 *
 * <pre>{@code
 * try (LocalAccount account = LocalAccount.start();
 *     Connection connection = account.connect()) { ... }
 * }</pre>
 */
public final class LocalAccount implements AutoCloseable {
  private static final int ATTEMPTS = 100;

  private final io.snowpull.local.engine.account.LocalAccount account;

  private LocalAccount(io.snowpull.local.engine.account.LocalAccount account) {
    this.account = account;
  }

  /** Starts an account on a free port, by the system's clock; takes about two seconds. */
  public static LocalAccount start() {
    return start(Clock.systemUTC());
  }

  /**
   * Starts an account that takes this clock for the time: tasks are due by it, and so is {@code
   * CURRENT_TIMESTAMP}.
   *
   * @throws UncheckedIOException when there is no room for its directory
   */
  public static LocalAccount start(Clock clock) {
    try {
      Path directory = Files.createTempDirectory("snowflake-account");
      return new LocalAccount(
          io.snowpull.local.engine.account.LocalAccount.start(
              new AccountConfig(0, directory, classPath(), clock)));
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the account", e);
    }
  }

  /**
   * Processes that run Java procedures find Snowpark where the tests find it; the worker comes
   * first, as it brings what Snowpark has outside Snowflake only as a shell: secrets.
   */
  private static List<Path> classPath() {
    Path worker = worker();
    Stream<Path> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> !entry.toAbsolutePath().equals(worker));
    return Stream.concat(Stream.of(worker), others).toList();
  }

  private static Path worker() {
    try {
      return Path.of(
              ProcedureWorker.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the worker was not loaded from a file", e);
    }
  }

  /** For {@link DriverManager}, with {@link #properties()}. */
  public String jdbcUrl() {
    return account.jdbcUrl();
  }

  /** User and password, for the JDBC driver. */
  public Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", account.user());
    properties.setProperty("password", account.password());
    return properties;
  }

  /** A new session, as ACCOUNTADMIN, through Snowflake's own driver. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), properties());
  }

  /** A {@code connections.toml} with one connection, {@code local}, for what reads such files. */
  public Path connectionFile() {
    return account.connectionFile();
  }

  /** Ends all sessions, and deletes what the account held. */
  @Override
  public void close() {
    account.close();
    try {
      delete(account.dataDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException("the account's directory cannot be deleted", e);
    }
  }

  /** Again while files come and go: what a task was doing may end a little after the account. */
  private static void delete(Path directory) throws IOException {
    for (int attempt = 1; Files.exists(directory); attempt++) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (DirectoryNotEmptyException | UncheckedIOException stillInUse) {
        if (attempt == ATTEMPTS) {
          throw new IOException(stillInUse);
        }
      }
    }
  }
}
