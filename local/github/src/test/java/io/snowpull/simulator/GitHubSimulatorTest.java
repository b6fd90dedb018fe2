package io.snowpull.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubSimulatorTest {
  private static final String REPO = "octo/cats";
  private static final String ISSUES = "/repos/octo/cats/issues";

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
    simulator.addRepository(REPO, IssueSource.generated(250, 7));
  }

  @Test
  void listsOpenIssuesNewestFirstThirtyAPageByDefault() throws Exception {
    var issues = client.get(ISSUES).json();
    assertEquals(30, issues.size());
    long previous = Long.MAX_VALUE;
    for (var issue : issues) {
      assertEquals("open", issue.path("state").asText());
      assertTrue(issue.path("id").asLong() < previous, "newest first");
      previous = issue.path("id").asLong();
    }
  }

  @Test
  void walksEveryIssueOnceByFollowingNext() throws Exception {
    Set<Long> ids = new LinkedHashSet<>();
    Optional<String> url = Optional.of(ISSUES + "?state=all&per_page=100");
    int pages = 0;
    while (url.isPresent()) {
      var answer = client.get(url.get());
      answer.json().forEach(issue -> assertTrue(ids.add(issue.path("id").asLong())));
      url = answer.next();
      pages++;
    }
    assertEquals(250, ids.size());
    assertEquals(3, pages);
  }

  @Test
  void linksByNumericIdOnItsOwnHostWithBothKindsOfPosition() throws Exception {
    var first = client.get(ISSUES + "?state=all&per_page=100");
    String next = first.next().orElseThrow();
    long id = simulator.repository(REPO).id();
    assertTrue(next.startsWith(simulator.baseUrl() + "/repositories/" + id + "/issues?"), next);
    assertTrue(next.contains("state=all") && next.contains("per_page=100"), next);
    assertTrue(next.contains("page=2") && next.contains("after="), next);
    assertTrue(first.header("Link").contains("page=3>; rel=\"last\""), first.header("Link"));
  }

  @Test
  void omitsLinkWhenEverythingFitsOnOnePage() throws Exception {
    simulator.addRepository("octo/few", IssueSource.generated(3, 1));
    assertEquals("", client.get("/repos/octo/few/issues?state=all").header("Link"));
  }

  @Test
  void pageAloneWalksToo() throws Exception {
    var second = client.get(ISSUES + "?state=all&per_page=100&page=3").json();
    assertEquals(50, second.size());
    assertEquals(0, client.get(ISSUES + "?state=all&per_page=100&page=9").json().size());
  }

  @Test
  void refusesPageNumbersBeyondTheReachOfOffsets() throws Exception {
    startWith(SimulatorConfig.standard().withPageOffsetLimit(200));
    assertEquals(200, client.get(ISSUES + "?state=all&per_page=100&page=2").status());
    var refused = client.get(ISSUES + "?state=all&per_page=100&page=3");
    assertEquals(422, refused.status());
    assertTrue(refused.json().path("message").asText().contains("cursor"), "names the way out");
  }

  @Test
  void sinceIsInclusiveToTheSecond() throws Exception {
    var all = client.get(ISSUES + "?state=all&sort=updated&direction=asc&per_page=100").json();
    String since = all.get(40).path("updated_at").asText();
    var later =
        client
            .get(ISSUES + "?state=all&sort=updated&direction=asc&per_page=100&since=" + since)
            .json();
    assertEquals(since, later.get(0).path("updated_at").asText());
    for (var issue : later) {
      assertTrue(issue.path("updated_at").asText().compareTo(since) >= 0);
    }
  }

  @Test
  void answersNothingToTheEpochAsGitHubDoes() throws Exception {
    assertEquals(0, client.get(ISSUES + "?state=all&since=1970-01-01T00:00:00Z").json().size());
    assertEquals(30, client.get(ISSUES + "?state=all&since=1970-01-01T00:00:01Z").json().size());
  }

  @Test
  void afterKeepsItsPlaceWhenIssuesMoveWhileTheyAreRead() throws Exception {
    var first = client.get(ISSUES + "?state=all&sort=updated&direction=asc&per_page=100");
    simulator
        .repository(REPO)
        .update(first.json().get(0).path("number").asInt(), issue -> issue.put("title", "moved"));
    Set<Integer> numbers = new LinkedHashSet<>();
    first.json().forEach(issue -> numbers.add(issue.path("number").asInt()));
    Optional<String> url = first.next();
    while (url.isPresent()) {
      var page = client.get(url.get());
      page.json().forEach(issue -> numbers.add(issue.path("number").asInt()));
      url = page.next();
    }
    assertEquals(250, numbers.size());
  }

  @Test
  void unchangedListAnswers304ThatCostsNothing() throws Exception {
    var first = client.get(ISSUES, "Authorization", "Bearer t");
    String etag = first.header("ETag");
    assertTrue(etag.startsWith("W/\""), etag);
    var again = client.get(ISSUES, "Authorization", "Bearer t", "If-None-Match", etag);
    assertEquals(304, again.status());
    assertEquals("4999", again.header("X-RateLimit-Remaining"));
    assertEquals(1, simulator.counters().notModified());

    simulator.repository(REPO).create("new", issue -> {});
    assertEquals(
        200, client.get(ISSUES, "Authorization", "Bearer t", "If-None-Match", etag).status());
  }

  @Test
  void etagBelongsToTheToken() throws Exception {
    String etag = client.get(ISSUES, "Authorization", "Bearer a").header("ETag");
    assertEquals(
        200, client.get(ISSUES, "Authorization", "Bearer b", "If-None-Match", etag).status());
  }

  @Test
  void limitEndsWith403AndComesBackAfterAnHour() throws Exception {
    startWith(SimulatorConfig.standard().withLimits(2, 60));
    String[] token = {"Authorization", "token t"};
    client.get(ISSUES, token);
    assertEquals("0", client.get(ISSUES, token).header("X-RateLimit-Remaining"));
    var refused = client.get(ISSUES, token);
    assertEquals(403, refused.status());
    assertEquals("2", refused.header("X-RateLimit-Limit"));
    assertEquals("2026-11-24T13:00:00Z", reset(refused));
    assertEquals(
        0, client.get("/rate_limit", token).json().at("/resources/core/remaining").asInt());

    clock.move(Duration.ofHours(1));
    assertEquals(200, client.get(ISSUES, token).status());
  }

  private static String reset(Client.Answer answer) {
    return java.time.Instant.ofEpochSecond(Long.parseLong(answer.header("X-RateLimit-Reset")))
        .toString();
  }

  @Test
  void wrongTokenIs401AndUnknownRepositoryIs404() throws Exception {
    startWith(SimulatorConfig.standard().withTokens(Set.of("right")));
    var wrong = client.get(ISSUES, "Authorization", "Bearer wrong");
    assertEquals(401, wrong.status());
    assertEquals("Bad credentials", wrong.json().path("message").asText());
    assertEquals(200, client.get(ISSUES, "Authorization", "Bearer right").status());
    var unknown = client.get("/repos/octo/dogs/issues");
    assertEquals(404, unknown.status());
    assertEquals("Not Found", unknown.json().path("message").asText());
  }

  @Test
  void renamedRepositoryAnswers301WithItsNumericUrl() throws Exception {
    long id = simulator.repository(REPO).id();
    simulator.rename(REPO, "octo/felines");
    var moved = client.get(ISSUES + "?state=all");
    assertEquals(301, moved.status());
    String location = simulator.baseUrl() + "/repositories/" + id + "/issues?state=all";
    assertEquals(location, moved.header("Location"));
    assertEquals(location, moved.json().path("url").asText());
    assertEquals(
        "octo/felines", client.get("/repositories/" + id).json().path("full_name").asText());
    assertEquals(200, client.get("/repos/OCTO/Felines/issues").status());
  }

  @Test
  void deletedAndTransferredIssuesSaySo() throws Exception {
    SimulatedRepository cats = simulator.repository(REPO);
    SimulatedRepository dogs = simulator.addRepository("octo/dogs");
    cats.delete(1);
    int number = cats.transfer(2, dogs);
    assertEquals(410, client.get(ISSUES + "/1").status());
    var moved = client.get(ISSUES + "/2");
    assertEquals(301, moved.status());
    var there = client.get(moved.header("Location"));
    assertEquals(number, there.json().path("number").asInt());
    assertEquals(404, client.get(ISSUES + "/99999").status());
    assertEquals(248, cats.size());
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    for (String bad : new String[] {"state=ajar", "sort=size", "since=yesterday", "after=!!"}) {
      var answer = client.get(ISSUES + "?" + bad);
      assertEquals(422, answer.status(), bad);
      assertEquals(
          bad.substring(0, bad.indexOf('=')), answer.json().at("/errors/0/field").asText());
    }
    assertEquals(100, client.get(ISSUES + "?state=all&per_page=5000").json().size());
    assertEquals(400, client.get(ISSUES, "X-GitHub-Api-Version", "1999-01-01").status());
  }

  @Test
  void refusesRequestsWithoutUserAgent() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + ISSUES + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
      assertTrue(answer.contains("User-Agent"), answer);
    }
  }

  @Test
  void datesItsAnswersByTheInjectedClockAndCompressesThem() throws Exception {
    var answer = client.get(ISSUES, "Accept-Encoding", "gzip");
    assertEquals(List.of("Tue, 24 Nov 2026 12:00:00 GMT"), answer.all("Date"));
    assertEquals("gzip", answer.header("Content-Encoding"));
    assertEquals(30, answer.json().size());
    assertFalse(answer.header("X-GitHub-Request-Id").isEmpty());
    assertEquals(simulator.counters().bodyBytes(), answer.response().body().length);
  }

  @Test
  void faultsHappenAtThePlannedRequests() throws Exception {
    simulator.faults(
        FaultPlan.atRequests(
            Map.of(
                1L, new Fault.Status(502, Map.of("Retry-After", "3"), "{\"message\":\"no\"}"),
                2L, new Fault.TruncatedBody(100),
                3L, new Fault.Reset())));
    var refused = client.get(ISSUES);
    assertEquals(502, refused.status());
    assertEquals("3", refused.header("Retry-After"));
    assertThrows(IOException.class, () -> client.get(ISSUES));
    // The JDK's client repeats a request whose connection was reset, hence no more reuse here.
    simulator.faults(request -> Optional.of(new Fault.Reset()));
    assertThrows(IOException.class, () -> client.get(ISSUES));
    simulator.faults(FaultPlan.none());
    assertEquals(200, client.get(ISSUES).status());
  }

  @Test
  void refusesNamesThatGitHubWouldRefuse() {
    var fault =
        assertThrows(IllegalArgumentException.class, () -> simulator.addRepository("no-slash"));
    assertTrue(String.valueOf(fault.getMessage()).contains("OWNER/NAME"));
    assertThrows(IllegalArgumentException.class, () -> simulator.addRepository("OCTO/cats"));
  }
}
