package io.snowpull.local.engine.account;

import io.snowpull.local.engine.duckdb.Database;
import io.snowpull.local.engine.execution.QueryService;
import io.snowpull.local.engine.protocol.ProtocolServer;
import io.snowpull.local.engine.protocol.ProtocolServices;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.TokenSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A Snowflake account on this machine; closing it ends all sessions and keeps all data. */
public final class LocalAccount implements AutoCloseable {

  /** Drivers wait for an answer; after this time they are told to ask again. */
  private static final Duration SLOW_AFTER = Duration.ofSeconds(40);

  private final AccountConfig config;
  private final QueryService queries;
  private final ProtocolServer server;
  private final ConnectionFile connectionFile;
  private final String password;
  private final Deque<AutoCloseable> opened;

  private LocalAccount(
      AccountConfig config,
      QueryService queries,
      ProtocolServer server,
      ConnectionFile connectionFile,
      String password,
      Deque<AutoCloseable> opened) {
    this.config = config;
    this.queries = queries;
    this.server = server;
    this.connectionFile = connectionFile;
    this.password = password;
    this.opened = opened;
  }

  /**
   * Starts the account; it answers clients when this returns.
   *
   * @throws DirectoryInUseException if another account has the data directory
   * @throws UncheckedIOException if the port is taken or the directory cannot be used
   */
  public static LocalAccount start(AccountConfig config) {
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      Path directory = config.dataDirectory();
      opened.push(DirectoryLock.take(directory));
      Database database = Database.open(directory.resolve("account.duckdb"));
      opened.push(database);
      String password = password(directory.resolve("password"));
      AccountParts parts = new AccountParts(config, database, password);
      opened.push(parts);
      ProtocolServer server =
          ProtocolServer.start(
              config.port(),
              new ProtocolServices(parts.logins(), parts.sessions(), parts.queries(), SLOW_AFTER),
              parts.threads());
      opened.push(server);
      parts.started(server.port());
      ConnectionFile connectionFile = new ConnectionFile(directory);
      connectionFile.write(server.port(), Bootstrap.USER, password);
      return new LocalAccount(config, parts.queries(), server, connectionFile, password, opened);
    } catch (IOException e) {
      close(opened);
      throw new UncheckedIOException(
          "The local account cannot listen on 127.0.0.1:" + config.port() + ": " + e.getMessage(),
          e);
    } catch (RuntimeException e) {
      close(opened);
      throw e;
    }
  }

  /**
   * Runs an account until the process is stopped.
   *
   * @param arguments data directory, port, and the class path of the workers (may be empty)
   */
  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: LocalAccount DATA_DIRECTORY PORT [WORKER_CLASS_PATH]");
      System.exit(2);
    }
    List<Path> classPath =
        arguments.length < 3 || arguments[2].isEmpty()
            ? List.of()
            : Stream.of(arguments[2].split(java.io.File.pathSeparator)).map(Path::of).toList();
    LocalAccount account =
        start(
            new AccountConfig(
                Integer.parseInt(arguments[1]),
                Path.of(arguments[0]),
                classPath,
                Clock.systemUTC()));
    Runtime.getRuntime().addShutdownHook(new Thread(account::close));
    System.out.println(account.jdbcUrl());
  }

  public int port() {
    return server.port();
  }

  /** The URL for the JDBC driver; user and password come beside it. */
  public String jdbcUrl() {
    return "jdbc:snowflake://http://127.0.0.1:" + port() + "/?account=local";
  }

  public String user() {
    return Bootstrap.USER;
  }

  public String password() {
    return password;
  }

  public Path dataDirectory() {
    return config.dataDirectory();
  }

  /** Statements that clients have had run so far, the sessions of Java procedures among them. */
  public long statements() {
    return queries.submitted();
  }

  /** The file that drivers and Snowflake's CLI can use as it is, with one connection. */
  public Path connectionFile() {
    return connectionFile.path();
  }

  @Override
  public void close() {
    close(opened);
  }

  /** The account's password is made once, so that connection files stay good. */
  private static String password(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).trim();
    }
    String password = new TokenSource().next();
    PrivateFile.write(file, password + "\n");
    return password;
  }

  private static synchronized void close(Deque<AutoCloseable> opened) {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        throw SnowflakeException.internal("the account does not stop cleanly", e);
      }
    }
  }
}
