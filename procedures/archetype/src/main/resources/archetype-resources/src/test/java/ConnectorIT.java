package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.junit.LocalAccount;
import io.snowpull.local.junit.WithLocalAccount;
import io.snowpull.packaging.deploy.InstalledConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged connector in a local account: no Snowflake account, no network. */
@WithLocalAccount
class ConnectorIT {
  @Test
  void bringsInItemsAndWhatChangesLater(LocalAccount account) throws IOException, SQLException {
    try (LoopbackSource source = new LoopbackSource();
        Connection administrator = account.connect()) {
      source.change(1);
      source.change(2);
      InstalledConnector connector =
          InstalledConnector.install(
              administrator,
              Path.of("target/sf_build"),
              List.of(source.hostPort()),
              LoopbackSource.TOKEN);
      connector.provision("ITEMS", source.url());
      connector.enable("books");
      ingestUntil(2, connector);
      source.change(3);
      ingestUntil(3, connector);
      try (Statement statement = administrator.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT NAME FROM ITEMS.PUBLIC.BOOKS_FLATTENED WHERE ID = 3")) {
        assertTrue(rows.next());
        assertEquals("Item 3", rows.getString(1));
      }
    }
  }

  /** Of two runs of one collection the earlier gives way, and the first is the task's own. */
  private static void ingestUntil(int rows, InstalledConnector connector) {
    for (int attempt = 1; connector.ingest("books").path("rows_count").intValue() != rows; ) {
      assertTrue(attempt++ < 50, "the rows do not become " + rows);
    }
  }
}
