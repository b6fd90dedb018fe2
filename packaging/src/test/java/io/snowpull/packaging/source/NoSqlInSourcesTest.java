package io.snowpull.packaging.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The application and its deployment hold no SQL: statements come from {@code sqlgen}, where their
 * names are quoted, their values escaped, and their text is read in review.
 */
class NoSqlInSourcesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<Path> SOURCES =
      List.of(
          ROOT.resolve("procedures/runtime/src/main"),
          ROOT.resolve("procedures/github/src/main"),
          ROOT.resolve("packaging/src/main"));

  private static final String KINDS =
      "TABLE|VIEW|TASK|DATABASE|SCHEMA|STAGE|SECRET|NETWORK|WAREHOUSE|ROLE|APPLICATION|PROCEDURE"
          + "|FUNCTION|STREAMLIT|INTEGRATION|EXTERNAL|SESSION|USER|FILE|TEMPORARY|TRANSIENT";

  /** A text that begins as a statement does. A message that quotes one begins otherwise. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*+(?:SELECT\\s.*\\S|WITH\\s+\\S+\\s+AS\\s*\\(.*|INSERT\\s+(?:INTO|OVERWRITE)\\s.*"
              + "|UPDATE\\s+\\S+\\s+SET\\s.*|DELETE\\s+FROM\\s.*|MERGE\\s+INTO\\s.*"
              + "|TRUNCATE\\s+\\S.*|COPY\\s+INTO\\s.*"
              + "|CREATE\\s+(?:OR\\s+(?:REPLACE|ALTER)\\s+)?(?:VERSIONED\\s+)?(?:"
              + KINDS
              + ")\\s+\\S.*|(?:ALTER|DROP|UNDROP)\\s+(?:"
              + KINDS
              + ")\\s+\\S.*|(?:GRANT|REVOKE)\\s.*\\sON\\s.*|CALL\\s+\\S+\\(.*"
              + "|EXECUTE\\s+(?:TASK|IMMEDIATE)\\s+\\S.*|(?:SHOW|DESCRIBE|DESC)\\s+[A-Z]+\\s.*"
              + "|USE\\s+(?:ROLE|WAREHOUSE|DATABASE|SCHEMA)\\s.*|(?:PUT|LIST|LS|REMOVE|RM)\\s+.*[@{].*"
              + "|BEGIN(?:\\s+TRANSACTION)?;?|COMMIT;?|ROLLBACK;?)\\s*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Test
  void noJavaTextIsAStatement() throws IOException {
    assertEquals(List.of(), statements(files(SOURCES, ".java")));
  }

  @Test
  void noSqlFileIsWrittenByHand() throws IOException {
    assertEquals(List.of(), files(SOURCES, ".sql"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"SELECT VALUE FROM STATE.APP_STATE\"",
        "\"MERGE INTO \" + table + \" USING x ON TRUE\"",
        "\"insert into t values (1)\"",
        "\"\"\"\n  CREATE OR REPLACE VIEW v AS SELECT 1\n  \"\"\"",
        "\"GRANT SELECT \" + \"ON TABLE t TO ROLE r\"",
        "\"ALTER TASK \" + name + \" RESUME\"",
        "\"CALL \" + schema + \".P(?)\"",
        "\"COMMIT\"",
        "\"PUT file:///x @stage\"",
        "\"SHOW VERSIONS IN APPLICATION PACKAGE {}\"",
        "\"with x as (select 1) select * from x\"",
      })
  void aPlantedStatementIsFound(String expression, @TempDir Path folder) throws IOException {
    String source =
        "class Planted {\n  Object o(Object table, Object name, Object schema) {\n"
            + "    return "
            + expression
            + ";\n  }\n}\n";
    Path file = Files.writeString(folder.resolve("Planted.java"), source);
    List<String> found = statements(List.of(file));
    assertEquals(1, found.size(), source);
    assertTrue(found.get(0).contains("Planted.java:3"), found.get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Run GRANT CREATE DATABASE ON ACCOUNT TO APPLICATION <name>, then call again.\"",
        "\"EXECUTE TASK\"",
        "\"update the token\"",
        "\"Call again later\"",
        "\"show \" + name",
      })
  void wordsForPeopleAreNoStatements(String expression, @TempDir Path folder) throws IOException {
    String source =
        "class Fine {\n  Object o(Object name) {\n    return " + expression + ";\n  }\n}\n";
    Path file = Files.writeString(folder.resolve("Fine.java"), source);
    List<String> found = statements(List.of(file));
    assertEquals(List.of(), found);
  }

  private static List<String> statements(List<Path> sources) throws IOException {
    return JavaTexts.of(sources).stream()
        .filter(text -> STATEMENT.matcher(text.value()).matches())
        .map(
            text ->
                ROOT.relativize(text.file())
                    + ":"
                    + text.line()
                    + " holds the statement '"
                    + text.value().strip()
                    + "': say it in sqlgen/ddl, as a RecurringStatement or a class of statements")
        .toList();
  }

  private static List<Path> files(List<Path> roots, String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(suffix)).sorted().forEach(found::add);
      }
    }
    return found;
  }
}
