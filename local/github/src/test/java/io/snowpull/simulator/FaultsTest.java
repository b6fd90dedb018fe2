package io.snowpull.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on schedule, and what is counted of a client that takes no notice. */
class FaultsTest {
  private static final String ISSUES = "/repos/octo/cats/issues";
  private static final String[] AUTHORIZED = {"Authorization", "Bearer t", "User-Agent", "test"};

  private final MovableClock clock = new MovableClock();
  private GitHubSimulator simulator;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    startWith(SimulatorConfig.standard());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private void startWith(SimulatorConfig config) throws IOException {
    if (simulator != null) {
      simulator.close();
    }
    simulator = GitHubSimulator.start(config.withClock(clock));
    client = new Client(simulator);
    simulator.addRepository("octo/cats", IssueSource.generated(40, 7));
  }

  @Test
  void cutsTheCompressedStreamInsideAWholeAnswer() throws Exception {
    simulator.faults(request -> Optional.of(new Fault.TruncatedGzip(90)));
    var answer = client.get(ISSUES, "Accept-Encoding", "gzip");
    assertEquals(90, answer.response().body().length);
    assertThrows(IOException.class, answer::json);
  }

  @Test
  void slowBodiesArriveWhole() throws Exception {
    String expected = client.get(ISSUES).json().toString();
    simulator.faults(request -> Optional.of(new Fault.SlowBody(7, Duration.ofMillis(1))));
    assertEquals(expected, client.get(ISSUES).json().toString());
  }

  @Test
  void countsTokensThatARedirectionBringsToAnotherHost() throws Exception {
    try (GitHubSimulator foreign = GitHubSimulator.start(SimulatorConfig.standard())) {
      String target = foreign.baseUrl() + ISSUES;
      simulator.faults(request -> Optional.of(new Fault.Redirect(302, target)));
      var answer = client.get(ISSUES, AUTHORIZED);
      assertEquals(302, answer.status());
      assertEquals(target, answer.header("Location"));
      client.get(target);
      assertEquals(0, foreign.counters().withToken());
      client.get(target, AUTHORIZED);
      assertEquals(1, foreign.counters().withToken());
    }
  }

  @Test
  void countsRequestsBeforeTheAllowedTime() throws Exception {
    for (String retryAfter : List.of("30", "Tue, 24 Nov 2026 12:00:30 GMT")) {
      startWith(SimulatorConfig.standard());
      clock.set("2026-11-24T12:00:00Z");
      simulator.faults(
          FaultPlan.atRequests(
              Map.of(1L, new Fault.Status(429, Map.of("Retry-After", retryAfter), "{}"))));
      assertEquals(429, client.get(ISSUES, AUTHORIZED).status());
      clock.set("2026-11-24T12:00:29Z");
      client.get(ISSUES, AUTHORIZED);
      clock.set("2026-11-24T12:00:30Z");
      client.get(ISSUES, AUTHORIZED);
      assertEquals(1, simulator.counters().early(), retryAfter);
    }
  }

  @Test
  void countsRequestsBeforeTheResetOfAnExhaustedLimit() throws Exception {
    startWith(SimulatorConfig.standard().withLimits(1, 1));
    client.get(ISSUES, AUTHORIZED);
    client.get(ISSUES, AUTHORIZED);
    assertEquals(0, simulator.counters().early(), "the second was told first");
    client.get(ISSUES, AUTHORIZED);
    assertEquals(1, simulator.counters().early());
  }

  @Test
  void punishesTooManyRequestsAtOnceForAMinute() throws Exception {
    startWith(SimulatorConfig.standard().withMostAtOnce(2));
    CountDownLatch together = new CountDownLatch(3);
    simulator.faults(
        request -> {
          together.countDown();
          try {
            together.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Optional.empty();
        });
    List<CompletableFuture<Integer>> statuses = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      statuses.add(CompletableFuture.supplyAsync(this::status, work -> new Thread(work).start()));
    }
    assertTrue(statuses.stream().map(CompletableFuture::join).anyMatch(s -> s == 403));
    assertEquals(3, simulator.counters().mostAtOnce());
    assertTrue(simulator.counters().overlapping() >= 2);
    var punished = client.get(ISSUES, AUTHORIZED);
    assertEquals(403, punished.status());
    assertEquals("60", punished.header("Retry-After"));
    assertTrue(punished.json().path("message").asText().contains("secondary rate limit"));
    clock.set("2026-11-24T12:01:01Z");
    assertEquals(200, client.get(ISSUES, AUTHORIZED).status());
  }

  private int status() {
    try {
      return client.get(ISSUES, AUTHORIZED).status();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void looksUpRepositoriesByGraphQl() throws Exception {
    String query =
        "{\"query\":\"query { repo0: repository(owner: \\\"octo\\\", name: \\\"CATS\\\")"
            + " { nameWithOwner databaseId } repo1: repository(name: \\\"none\\\","
            + " owner: \\\"octo\\\") { nameWithOwner databaseId } rateLimit { cost } }\"}";
    var data = client.post("/graphql", query).json();
    assertEquals("octo/cats", data.at("/data/repo0/nameWithOwner").asText());
    assertEquals(
        simulator.repository("octo/cats").id(), data.at("/data/repo0/databaseId").asLong());
    assertTrue(data.at("/data/repo1").isNull());
    assertEquals("NOT_FOUND", data.at("/errors/0/type").asText());
    assertEquals(1, data.at("/data/rateLimit/cost").asInt());
  }
}
