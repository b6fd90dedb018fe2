package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.simulator.IssueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The role matrix of {@code docs/roles.md}, cell by cell: what it allows an application role to do
 * is done by somebody who has that role alone, and what it does not is refused.
 */
class RolesTest {
  /** Does not exist or not authorized: of objects, of functions, of schemas; and insufficient. */
  private static final Set<Integer> REFUSALS = Set.of(2003, 2043, 2140, 2141, 3001);

  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "VARCHAR", "'o/none'",
          "VARIANT", "PARSE_JSON('{}')",
          "NUMBER", "1000",
          "BOOLEAN", "FALSE");

  private final RepositoryRoot root = RepositoryRoot.find();

  @Test
  void everyCellOfTheMatrixIsTrue(@TempDir Path data) throws IOException, SQLException {
    Map<String, List<Boolean>> matrix = new LinkedHashMap<>();
    List<String> roles = readMatrix(matrix);
    assertTrue(matrix.size() > 30, "the document has a matrix");
    try (LocalConnector connector = LocalConnector.start(data)) {
      connector.provision(connector.configuration());
      connector.gitHub().addRepository("o/r", IssueSource.generated(3, 1));
      connector.enable("o/r");
      connector.endOfRun("o/r");
      List<String> wrong = new ArrayList<>();
      // The last role may do least, so what a call changes has been looked at by then.
      for (int i = roles.size() - 1; i >= 0; i--) {
        try (Connection session = connector.connectAs(roleOf(connector, roles.get(i)))) {
          for (Map.Entry<String, List<Boolean>> row : lookingFirst(matrix)) {
            boolean done = does(session, row.getKey());
            if (done != row.getValue().get(i)) {
              wrong.add(roles.get(i) + (done ? " may " : " may not ") + row.getKey());
            }
          }
        }
      }
      assertEquals(List.of(), wrong);
    }
  }

  /** Calls come first in the document, and one of them resets the connector. */
  private static List<Map.Entry<String, List<Boolean>>> lookingFirst(
      Map<String, List<Boolean>> matrix) {
    List<Map.Entry<String, List<Boolean>>> rows = new ArrayList<>(matrix.entrySet());
    Collections.reverse(rows);
    return rows;
  }

  /** A role of the account that has this application role and the warehouse. */
  private static String roleOf(LocalConnector connector, String applicationRole)
      throws SQLException {
    String role = "AS_" + applicationRole;
    connector.run("CREATE ROLE " + role);
    connector.run(
        "GRANT APPLICATION ROLE GITHUB_CONNECTOR." + applicationRole + " TO ROLE " + role);
    connector.run("GRANT USAGE ON WAREHOUSE XS TO ROLE " + role);
    connector.run("GRANT ROLE " + role + " TO ROLE ACCOUNTADMIN");
    return role;
  }

  /** Whether it is done, or fails with something other than that it is not allowed. */
  private boolean does(Connection session, String what) throws IOException, SQLException {
    for (String sql : statements(what)) {
      try (Statement statement = session.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        if (REFUSALS.contains(e.getErrorCode())) {
          return false;
        }
        String text = String.valueOf(e.getMessage());
        boolean typed = text.matches("(?s).*\\[[A-Z_]+].*");
        assertTrue(typed || sql.contains(".REGISTER_REFERENCE("), sql + ": " + text);
      }
    }
    return true;
  }

  private List<String> statements(String what) throws IOException {
    String[] words = what.replace("`", "").split(" ", 2);
    String object = "GITHUB_CONNECTOR." + words[1];
    return switch (words[0]) {
      case "call" -> List.of("CALL " + object + "(" + arguments(words[1]) + ")");
      case "open" -> List.of("DESCRIBE STREAMLIT " + object);
      case "read" ->
          words[1].startsWith("the ")
              ? List.of(
                  "SELECT COUNT(*) FROM GITHUB.PUBLIC.O_R",
                  "SELECT COUNT(*) FROM GITHUB.PUBLIC.O_R_FLATTENED",
                  "SELECT COUNT(*) FROM GITHUB.PUBLIC.ISSUES")
              : List.of("SELECT COUNT(*) FROM " + object);
      default -> throw new AssertionError("not known what it is to " + what);
    };
  }

  private String arguments(String procedure) throws IOException {
    if (procedure.endsWith(".REGISTER_REFERENCE")) {
      return "'NO_SUCH_REFERENCE', 'ADD', 'x'";
    }
    JsonNode model = new ObjectMapper().readTree(root.packageFolder().resolve("app.json").toFile());
    for (JsonNode one : model.path("procedures")) {
      if (one.path("wrapper").toString().contains("\"" + procedure + "\"")) {
        List<String> values = new ArrayList<>();
        one.path("parameters")
            .forEach(each -> values.add(ARGUMENTS.get(each.path("type").asText())));
        return String.join(", ", values);
      }
    }
    throw new AssertionError("the application has no procedure " + procedure);
  }

  /** Fills in a row for each right: whether each role has it. Answers the roles. */
  private List<String> readMatrix(Map<String, List<Boolean>> matrix) throws IOException {
    List<String> lines = Files.readAllLines(root.path().resolve("docs/roles.md"));
    int start = lines.indexOf("<!-- generated: role matrix -->");
    List<String> roles = cells(lines.get(start + 1));
    for (int i = start + 3; !lines.get(i).startsWith("<!--"); i++) {
      List<String> cells = cells(lines.get(i));
      matrix.put(cells.get(0), cells.stream().skip(1).map("yes"::equals).toList());
    }
    return roles.subList(1, roles.size());
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}
