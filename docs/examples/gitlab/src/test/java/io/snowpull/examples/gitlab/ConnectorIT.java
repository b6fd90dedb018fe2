package io.snowpull.examples.gitlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.local.junit.LocalAccount;
import io.snowpull.local.junit.WithLocalAccount;
import io.snowpull.packaging.deploy.DeploymentException;
import io.snowpull.packaging.deploy.InstalledConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged connector in a local account, beside a GitLab on loopback. */
@WithLocalAccount
class ConnectorIT {
  private static final String PROJECT = "group/sub/project";

  // docs:begin test
  @Test
  void bringsInIssuesAndWhatChangesLater(LocalAccount account) throws IOException, SQLException {
    try (LoopbackGitLab gitLab = new LoopbackGitLab();
        Connection administrator = account.connect()) {
      for (int id = 1; id <= 8; id++) {
        // Several to a second, in steps that the cursor does not know.
        gitLab.put(id, "2026-01-0" + (1 + id / 4) + "T10:00:00." + id + "00Z");
      }
      InstalledConnector connector =
          InstalledConnector.install(
              administrator,
              Path.of("target/sf_build"),
              List.of(gitLab.hostPort()),
              LoopbackGitLab.TOKEN);
      connector.provision("GITLAB", gitLab.url());
      connector.enable(PROJECT);

      ingestUntil(8, connector);
      gitLab.change(3);
      gitLab.change(9);
      ingestUntil(9, connector);

      assertEquals(
          List.of(List.of("3", "Issue 3", "opened", "ada", "TRUE")),
          rows(
              administrator,
              "SELECT ID, TITLE, STATE, AUTHOR, UPDATED_AT > '2026-02-01'"
                  + " FROM GITLAB.PUBLIC.GROUP_SUB_PROJECT_FLATTENED WHERE ID = 3"));
    }
  }

  // docs:end test

  /** Of two runs of one project the earlier gives way, and the first is the task's own. */
  private static void ingestUntil(int rows, InstalledConnector connector) {
    JsonNode report = connector.ingest(PROJECT);
    for (int attempt = 1; report.path("rows_count").intValue() != rows; attempt++) {
      assertTrue(attempt < 50, "the rows do not become " + rows + ": " + report);
      report = connector.ingest(PROJECT);
    }
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(found.getString(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Test
  void saysWhatTheProjectIsNot(LocalAccount account) throws IOException, SQLException {
    try (LoopbackGitLab gitLab = new LoopbackGitLab();
        Connection administrator = account.connect()) {
      InstalledConnector connector =
          InstalledConnector.install(
              administrator,
              Path.of("target/sf_build"),
              List.of(gitLab.hostPort()),
              LoopbackGitLab.TOKEN);
      connector.provision("GITLAB", gitLab.url());
      DeploymentException failure =
          assertThrows(DeploymentException.class, () -> connector.enable("group/none"));
      assertTrue(
          String.valueOf(failure.getMessage())
              .contains("[SOURCE_REFUSED] The source refused the request."),
          failure.getMessage());
    }
  }

  /** What the tutorial promises: imports count, blank lines and the tutorial's marks do not. */
  @Test
  void isShortAndHasNoSql() throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        lines += text.lines().filter(line -> !line.isBlank() && !line.contains("docs:")).count();
        assertTrue(
            !text.matches("(?s).*\\b(SELECT|INSERT|MERGE|UPDATE|CREATE TABLE|CALL)\\b.*"),
            file + " has SQL");
      }
    }
    assertTrue(lines < 150, lines + " lines");
  }
}
