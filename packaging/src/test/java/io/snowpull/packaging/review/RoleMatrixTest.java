package io.snowpull.packaging.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.ddl.monitoring.MonitoringView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The matrix in {@code docs/roles.md} is what the application is declared with. */
class RoleMatrixTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCUMENT = ROOT.resolve("docs/roles.md");
  private static final String BEGIN = "<!-- generated: role matrix -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void theDocumentShowsWhatIsDeclared() throws IOException {
    JsonNode model =
        new ObjectMapper()
            .readTree(Files.readString(ROOT.resolve("packaging/src/approved/app.json")));
    String text = Files.readString(DOCUMENT);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    assertTrue(
        begin >= BEGIN.length() && end >= begin, "docs/roles.md has no place for the matrix");
    String renewed = text.substring(0, begin) + matrix(model) + text.substring(end);
    if (System.getProperty("renewGuides") != null) {
      Files.writeString(DOCUMENT, renewed);
    }
    assertEquals(
        renewed,
        text,
        "docs/roles.md shows what is no longer so; renew it with: mvn test -pl packaging -am"
            + " -Dtest=RoleMatrixTest -DrenewGuides -Dsurefire.failIfNoSpecifiedTests=false");
  }

  private static String matrix(JsonNode model) {
    Map<String, Set<String>> inherits = new TreeMap<>();
    List<String> roles = new ArrayList<>();
    for (JsonNode role : model.path("roles")) {
      roles.add(role.path("name").asText());
      inherits.put(role.path("name").asText(), texts(role.path("inherits")));
    }
    StringBuilder table = new StringBuilder("| may |");
    roles.forEach(role -> table.append(" ").append(role).append(" |"));
    table.append("\n|---|").append(":---:|".repeat(roles.size())).append('\n');
    Map<String, Set<String>> rights = rights(model);
    rights.forEach(
        (right, given) -> {
          table.append("| ").append(right).append(" |");
          for (String role : roles) {
            table.append(reaches(role, given, inherits) ? " yes |" : " |");
          }
          table.append('\n');
        });
    return table.toString();
  }

  private static Map<String, Set<String>> rights(JsonNode model) {
    Map<String, Set<String>> rights = new TreeMap<>();
    for (JsonNode procedure : model.path("procedures")) {
      Set<String> given = texts(procedure.path("grantedTo"));
      if (!given.isEmpty()) {
        String called = procedure.path("wrapper").path(0).asText(procedure.path("name").asText());
        rights.put("call `" + called + "`", given);
      }
    }
    for (JsonNode reference : model.path("references")) {
      rights.put(
          "call `" + reference.path("registerCallback").asText("PUBLIC.REGISTER_REFERENCE") + "`",
          texts(model.path("referencesBoundBy")));
    }
    for (JsonNode page : model.path("streamlits")) {
      rights.put("open `" + page.path("name").asText() + "`", texts(page.path("grantedTo")));
    }
    for (JsonNode table : model.path("tables")) {
      Set<String> readers = texts(table.path("readableBy"));
      if (!readers.isEmpty()) {
        rights.put("read `" + table.path("name").asText() + "`", readers);
      }
    }
    for (MonitoringView view : MonitoringView.values()) {
      rights.put("read `" + view.qualified() + "`", Set.of("APP_VIEWER"));
    }
    rights.put("read the tables and views with issues", Set.of("APP_USER", "DATA_READER"));
    return rights;
  }

  private static boolean reaches(
      String role, Set<String> given, Map<String, Set<String>> inherits) {
    return given.contains(role)
        || inherits.getOrDefault(role, Set.of()).stream()
            .anyMatch(lower -> reaches(lower, given, inherits));
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
