package io.snowpull.github;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The recurring statements name what the connector declares, and nothing else. */
class DeclaredNamesTest {
  private static final Pattern TABLE = Pattern.compile("(?<!@)STATE\\.[A-Z_]+");
  private static final Pattern STAGE = Pattern.compile("(?<=@)STATE\\.[A-Z_]+");
  private static final Pattern INSERTED =
      Pattern.compile("INSERT INTO (STATE\\.[A-Z_]+) \\(([A-Z_,\\s]+)\\)");
  private static final Pattern SELECTED =
      Pattern.compile("SELECT ([A-Z_, ]+)\\s+FROM (STATE\\.[A-Z_]+)");

  private static final Map<String, Set<String>> DECLARED = declared();

  @Test
  void everyTableIsDeclaredAndUsed() {
    Set<String> named =
        Arrays.stream(RecurringStatement.values())
            .flatMap(statement -> TABLE.matcher(statement.text()).results())
            .map(MatchResult::group)
            .collect(toSet());
    assertEquals(new TreeSet<>(DECLARED.keySet()), new TreeSet<>(named));
  }

  @Test
  void everyStageIsDeclaredAndUsed() {
    Set<String> declared =
        StreamSupport.stream(Json.parse(generated("app.json")).path("stages").spliterator(), false)
            .map(stage -> stage.path("name").textValue())
            .collect(toSet());
    Set<String> named =
        Arrays.stream(RecurringStatement.values())
            .flatMap(statement -> STAGE.matcher(statement.text()).results())
            .map(MatchResult::group)
            .collect(toSet());
    assertEquals(declared, named);
  }

  @Test
  void everyColumnIsDeclared() {
    for (RecurringStatement statement : RecurringStatement.values()) {
      INSERTED
          .matcher(statement.text())
          .results()
          .forEach(found -> assertDeclared(statement, found.group(1), found.group(2)));
      SELECTED
          .matcher(statement.text())
          .results()
          .forEach(found -> assertDeclared(statement, found.group(2), found.group(1)));
    }
    long checked =
        Arrays.stream(RecurringStatement.values())
            .flatMap(
                statement ->
                    Stream.concat(
                        INSERTED.matcher(statement.text()).results(),
                        SELECTED.matcher(statement.text()).results()))
            .map(MatchResult::group)
            .count();
    assertTrue(checked >= 8, "the patterns find only " + checked + " lists of columns");
  }

  @Test
  void theProcedureThatBindsIsGenerated() {
    assertTrue(RecurringStatement.BIND_CONNECTION.text().startsWith("CALL CORE.BIND_CONNECTION("));
    String setup = generated("setup.sql");
    assertTrue(
        setup.contains("PROCEDURE CORE.BIND_CONNECTION(INTEGRATION VARCHAR, SECRET VARCHAR)"));
  }

  private static void assertDeclared(RecurringStatement statement, String table, String columns) {
    for (String column : columns.strip().split(",\\s*", -1)) {
      assertTrue(
          DECLARED.getOrDefault(table, Set.of()).contains(column),
          statement + " names " + table + "." + column + ", which no @StateTable declares");
    }
  }

  private static Map<String, Set<String>> declared() {
    return StreamSupport.stream(
            Json.parse(generated("app.json")).path("tables").spliterator(), false)
        .collect(
            toMap(
                table -> table.path("name").textValue(),
                table ->
                    StreamSupport.stream(table.path("columns").spliterator(), false)
                        .map((JsonNode column) -> column.path("name").textValue())
                        .collect(toSet())));
  }

  private static String generated(String file) {
    try (InputStream in = DeclaredNamesTest.class.getResourceAsStream("/sf/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
