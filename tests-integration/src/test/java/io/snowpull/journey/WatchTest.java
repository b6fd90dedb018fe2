package io.snowpull.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.bench.WatchedCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --watch}: a saved file becomes what the running application does. */
@Timeout(600)
class WatchTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String JAVA =
      "procedures/runtime/src/main/java/io/snowpull/runtime/configuration/"
          + "ConnectorConfiguration.java";
  private static final String TEMPLATE =
      "sqlgen/processor/src/main/resources/io/snowpull/processor/render/setup.sql.mustache";

  private static final String VIEW =
      "sqlgen/ddl/src/main/java/io/snowpull/ddl/monitoring/MonitoringView.java";

  private static final String MONITORING = "GITHUB_CONNECTOR.MONITORING";

  @TempDir Path folder;

  @Test
  void bringsTheRunningApplicationToWhatIsSaved() throws Exception {
    try (WatchedCopy copy = WatchedCopy.start(ROOT, folder);
        Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      String before = WatchedCopy.refusal(statement);
      assertTrue(before.contains("The configuration lacks destination_database"), before);

      copy.edit(JAVA, "The configuration lacks", "This one lacks");
      copy.await("Upgraded ", 1);
      String after = WatchedCopy.refusal(statement);
      assertTrue(after.contains("This one lacks destination_database"), after);

      copy.edit(JAVA, "record ConnectorConfiguration(", "rekord ConnectorConfiguration(");
      String refused = copy.await("Not upgraded ", 1);
      assertTrue(refused.contains("ConnectorConfiguration.java:"), refused);
      assertEquals(after, WatchedCopy.refusal(statement), "the version before goes on");
      // The same content as before it was broken is no new version.
      copy.edit(JAVA, "rekord ConnectorConfiguration(", "record ConnectorConfiguration(");

      copy.edit(TEMPLATE, "COMMENT = {{comment}};", "COMMENT = {{comment}}; -- changed");
      String upgraded = copy.await("Upgraded ", 2);
      assertTrue(upgraded.contains("processor)"), upgraded);
      assertTrue(
          Files.readString(copy.file("packaging/target/watch/sf_build/setup.sql"))
              .contains("; -- changed"));

      copy.edit(VIEW, "The runs of each hour together", "The runs of every hour");
      String restated = copy.await("Upgraded ", 3);
      assertTrue(restated.contains("statements)"), restated);
      try (ResultSet views =
          statement.executeQuery("SHOW VIEWS LIKE 'RUNS_HOURLY' IN SCHEMA " + MONITORING)) {
        assertTrue(views.next());
        assertEquals("The runs of every hour", views.getString("comment"));
      }
      assertEquals(after, WatchedCopy.refusal(statement), "the texts are there beside the classes");

      copy.edit("ui/app/streamlit_app.py", "from page import", "# changed\nfrom page import");
      copy.await("Upgraded ", 4);
      assertTrue(
          Files.readString(copy.file("packaging/target/watch/page/streamlit_app.py"))
              .contains("# changed"));
    }
  }
}
