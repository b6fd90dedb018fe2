package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views over the issues of all repositories, in an account. */
class CombinedViewsTest {
  @Test
  void showAllRepositoriesAndWhatTheirIssuesHold(@TempDir Path data)
      throws IOException, SQLException {
    try (LocalConnector connector = LocalConnector.start(data)) {
      connector.provision(connector.configuration());
      SimulatedRepository first =
          connector.gitHub().addRepository("o/one", IssueSource.generated(4, 1));
      connector.gitHub().addRepository("o/two", IssueSource.generated(6, 2));
      first.update(
          1,
          issue -> {
            issue
                .putArray("labels")
                .addObject()
                .put("id", 7)
                .put("name", "bug")
                .put("color", "f00");
            issue.putArray("assignees").addObject().put("id", 8).put("login", "ann");
            issue.putObject("milestone").put("id", 9).put("title", "M1").put("state", "open");
            issue.putObject("reactions").put("total_count", 3).put("+1", 2).put("eyes", 1);
          });
      connector.enable("o/one");
      connector.enable("o/two");
      connector.endOfRun("o/one");
      connector.endOfRun("o/two");
      String one = " WHERE REPOSITORY = 'o/one' AND ISSUE_NUMBER = 1";
      assertEquals("10", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.ISSUES"));
      assertEquals(
          "4",
          connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.ISSUES WHERE REPOSITORY = 'o/one'"));
      assertEquals(
          Long.toString(first.id()),
          connector.value(
              "SELECT DISTINCT REPOSITORY_ID FROM GITHUB.PUBLIC.ISSUES WHERE REPOSITORY = 'o/one'"));
      assertEquals("bug", connector.value("SELECT NAME FROM GITHUB.PUBLIC.LABELS" + one));
      assertEquals("ann", connector.value("SELECT LOGIN FROM GITHUB.PUBLIC.ASSIGNEES" + one));
      assertEquals("M1", connector.value("SELECT TITLE FROM GITHUB.PUBLIC.MILESTONES" + one));
      assertEquals("2", connector.value("SELECT PLUS_ONE FROM GITHUB.PUBLIC.REACTIONS" + one));

      String delete = "CALL GITHUB_CONNECTOR.PUBLIC.DELETE_RESOURCE(?, ?)";
      connector.value(delete, "o/two", true);
      assertEquals("4", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.ISSUES"));
      connector.value(delete, "o/one", false);
      assertThrows(
          SQLException.class, () -> connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.ISSUES"));
      connector.enable("o/one");
      assertEquals("4", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.ISSUES"));
    }
  }
}
