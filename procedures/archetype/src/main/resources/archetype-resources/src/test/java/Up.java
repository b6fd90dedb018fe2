package ${package};

import io.snowpull.local.junit.LocalAccount;
import io.snowpull.packaging.deploy.InstalledConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./snowpull up}: the packaged connector in a local account, for as long as one likes to look at it. */
final class Up {
  private static final int ITEMS = 3;

  private Up() {}

  /** With {@code --once} it ends by itself. */
  public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
    LoopbackSource source = new LoopbackSource();
    LocalAccount account = LocalAccount.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  account.close();
                  source.close();
                }));
    for (int id = 1; id <= ITEMS; id++) {
      source.change(id);
    }
    ingest(source, account);
    System.out.printf(
        "The connector runs in a local account. It reads the double of its API in LoopbackSource.%n"
            + "  snow sql  SNOWFLAKE_HOME=%s snow sql -c local -q 'SELECT * FROM ITEMS.PUBLIC.BOOKS_FLATTENED'%n"
            + "  JDBC      %s, user and password in %s%n"
            + "Ctrl-C ends it, and its data go with it.%n",
        account.connectionFile().getParent(), account.jdbcUrl(), account.connectionFile());
    if (List.of(arguments).contains("--once")) {
      System.exit(0); // the double's thread would keep the process
    }
    new CountDownLatch(1).await();
  }

  private static void ingest(LoopbackSource source, LocalAccount account) throws SQLException {
    try (Connection administrator = account.connect();
        Statement statement = administrator.createStatement()) {
      InstalledConnector connector =
          InstalledConnector.install(
              administrator, Path.of("target/sf_build"), List.of(source.hostPort()), LoopbackSource.TOKEN);
      connector.provision("ITEMS", source.url());
      connector.enable("books");
      // Of two runs of one collection the earlier gives way, and the first is the task's own.
      while (connector.ingest("books").path("rows_count").intValue() < ITEMS) {
        Thread.onSpinWait();
      }
      try (ResultSet rows = statement.executeQuery("SELECT ID, NAME FROM ITEMS.PUBLIC.BOOKS_FLATTENED ORDER BY ID")) {
        while (rows.next()) {
          System.out.println(rows.getLong(1) + " | " + rows.getString(2));
        }
      }
    }
  }
}
