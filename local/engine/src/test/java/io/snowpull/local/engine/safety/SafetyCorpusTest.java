package io.snowpull.local.engine.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.local.engine.account.RunningAccount;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a client sends is answered with HTTP 200 and, where it fails, with a code that says why:
 * statements whole, cut off, spliced and with foreign characters in them.
 */
class SafetyCorpusTest {

  private static final int LEAST_STATEMENTS = 3_000;
  private static final long SEED = 20_261_124L;
  private static final Path CASES = Path.of("src/test/cases");
  private static final List<String> FOREIGN =
      List.of("\u0000", "'", "\"", "$$", "\ud83d", "\uffff", "/*", "--", ";", "(", ")", "@", "\\");

  @Test
  void everyStatementGetsAnAnswerWithACode(@TempDir Path directory) throws Exception {
    List<String> corpus = corpus();
    assertTrue(corpus.size() >= LEAST_STATEMENTS, corpus.size() + " statements");
    List<String> faults = new ArrayList<>();
    try (RunningAccount account = new RunningAccount(directory)) {
      RawClient client = new RawClient(account.account());
      for (String sql : corpus) {
        String fault = fault(client.query(sql));
        if (!fault.isEmpty()) {
          faults.add(fault + " <- " + sql);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  private static String fault(HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      return "HTTP " + response.statusCode();
    }
    JsonNode answer = RawClient.json(response);
    if (answer.path("success").asBoolean()) {
      return "";
    }
    String code = answer.path("code").asText();
    String message = answer.path("message").asText();
    boolean raw = message.contains("duckdb") || message.contains("Binder Error");
    return code.matches("\\d{6}") && !code.equals("990002") && !raw ? "" : code + " " + message;
  }

  private static List<String> corpus() throws IOException {
    Set<String> corpus = new LinkedHashSet<>();
    List<String> whole = statements();
    corpus.addAll(whole);
    Random random = new Random(SEED);
    while (corpus.size() < LEAST_STATEMENTS) {
      String sql = whole.get(random.nextInt(whole.size()));
      int at = random.nextInt(sql.length() + 1);
      corpus.add(
          switch (random.nextInt(3)) {
            case 0 -> sql.substring(0, at);
            case 1 -> {
              String other = whole.get(random.nextInt(whole.size()));
              yield sql.substring(0, at) + other.substring(random.nextInt(other.length() + 1));
            }
            default ->
                sql.substring(0, at)
                    + FOREIGN.get(random.nextInt(FOREIGN.size()))
                    + sql.substring(at);
          });
    }
    return List.copyOf(corpus);
  }

  private static List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        for (String part : Files.readString(file).split(";\\s*\n")) {
          if (!part.isBlank()) {
            statements.add(part.strip());
          }
        }
      }
    }
    return statements;
  }
}
