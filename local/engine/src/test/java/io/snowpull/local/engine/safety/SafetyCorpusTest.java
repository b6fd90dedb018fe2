package io.snowpull.local.engine.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.local.engine.account.RunningAccount;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a client sends is answered with HTTP 200 and, where it fails, with a code that says why.
 * {@code ./snowpull torture engine} plays more statements and other seeds.
 */
class SafetyCorpusTest {

  private static final int STATEMENTS = Integer.getInteger("snowpull.statements", 4_000);
  private static final long SEED = Long.getLong("snowpull.seed", 20_261_127L);
  private static final int LEAST_WHOLE = 500;
  private static final int MOST_FAULTS = 20;

  @Test
  void everyStatementGetsAnAnswerWithACode(@TempDir Path directory) throws Exception {
    Corpus corpus = new Corpus(SEED);
    assertTrue(corpus.whole().size() >= LEAST_WHOLE, corpus.whole().size() + " statements");
    List<String> faults = new ArrayList<>();
    try (RunningAccount account = new RunningAccount(directory)) {
      RawClient client = new RawClient(account.account());
      client.query("CREATE DATABASE corpus");
      List<String> statements =
          Stream.concat(
                  corpus.whole().stream(),
                  IntStream.range(corpus.whole().size(), STATEMENTS).mapToObj(n -> corpus.next()))
              .toList();
      for (String sql : statements) {
        String fault = fault(client, sql);
        if (!fault.isEmpty()) {
          faults.add(fault + " <- " + sql);
        }
        if (faults.size() >= MOST_FAULTS) {
          break;
        }
      }
    }
    assertEquals(List.of(), faults, "seed " + SEED);
  }

  private static String fault(RawClient client, String sql)
      throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = client.query(sql);
    } catch (HttpTimeoutException e) {
      return "no answer";
    }
    if (response.statusCode() != 200) {
      return "HTTP " + response.statusCode();
    }
    JsonNode answer = RawClient.json(response);
    if (answer.path("success").asBoolean()) {
      return "";
    }
    String code = answer.path("code").asText();
    String message = answer.path("message").asText();
    boolean raw =
        message.contains("Binder Error") || (message.contains("duckdb") && !sql.contains("duckdb"));
    return code.matches("\\d{6}") && !code.equals("990002") && !raw ? "" : code + " " + message;
  }
}
