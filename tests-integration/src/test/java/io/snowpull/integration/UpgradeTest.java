package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.simulator.IssueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upgrade does to repositories that an earlier version enabled. */
class UpgradeTest {
  private static final String VIEW = "GITHUB.PUBLIC.O_R_FLATTENED";

  @Test
  void rendersAgainWhatAnEarlierVersionRendered(@TempDir Path folder)
      throws IOException, SQLException {
    try (LocalConnector connector = LocalConnector.start(folder.resolve("data"))) {
      connector.gitHub().addRepository("o/r", IssueSource.generated(30, 1));
      connector.provision(connector.configuration());
      connector.enable("o/r");
      assertEquals("DONE", connector.endOfRun("o/r").path("state").asText());
      List<String> columns = columns(connector);
      makeAsAnEarlierVersionDid(connector);
      assertEquals(List.of("ID", "TITLE"), columns(connector));

      connector.install(nextPatch(folder.resolve("patch")));

      assertEquals(columns, columns(connector));
      assertEquals("30", connector.value("SELECT COUNT(*) FROM " + VIEW));
      String task =
          connector
              .asApplication("SHOW TASKS LIKE 'INGEST_O_R' IN SCHEMA GITHUB_CONNECTOR.TASKS")
              .toString();
      assertTrue(task.contains("CALL CORE.INGEST_DATA('o/r')"), task);
      assertTrue(task.contains("started"), task);
      // The connection is attached again as well, and the cursor is where it was.
      assertEquals("1", connector.ingest("o/r").at("/extras/requests").asText());
    }
  }

  /** Fewer columns, another task, and the mark of other statements. */
  private static void makeAsAnEarlierVersionDid(LocalConnector connector) throws SQLException {
    connector.asApplication(
        "CREATE OR REPLACE VIEW "
            + VIEW
            + " AS SELECT ID, RAW:title::VARCHAR AS TITLE FROM GITHUB.PUBLIC.O_R");
    connector.asApplication("ALTER TASK GITHUB_CONNECTOR.TASKS.INGEST_O_R SUSPEND");
    connector.asApplication("ALTER TASK GITHUB_CONNECTOR.TASKS.INGEST_O_R MODIFY AS SELECT 1");
    connector.asApplication("ALTER TASK GITHUB_CONNECTOR.TASKS.INGEST_O_R RESUME");
    connector.asApplication(
        "UPDATE GITHUB_CONNECTOR.STATE.RESOURCE_CONFIGURATION"
            + " SET VALUE = OBJECT_INSERT(VALUE, 'rendered', 'by 0.0', TRUE)");
  }

  private static List<String> columns(LocalConnector connector) throws SQLException {
    return connector.asApplication("DESCRIBE VIEW " + VIEW).stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** The same package with another readme: content of its own, so a patch of its own. */
  private static Path nextPatch(Path target) throws IOException {
    Path source = RepositoryRoot.find().packageFolder();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    Files.writeString(target.resolve("README.md"), "\nNext patch.\n", StandardOpenOption.APPEND);
    return target;
  }
}
