package io.snowpull.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.JdkHttpTransport;
import io.snowpull.runtime.json.Json;
import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatedApp;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final AppKeys KEYS = AppKeys.generate();
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private volatile Instant now = START;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  private GitHubClient client(GitHubSimulator simulator, String secret) {
    return new GitHubClient(
        BaseUrl.of(simulator.baseUrl(), ""),
        Credentials.parse(secret, clock),
        new JdkHttpTransport(Duration.ofSeconds(10)),
        clock);
  }

  @Test
  void severalTokensShareTheRequestsUntilAllAreSpent() throws IOException {
    SimulatorConfig config =
        SimulatorConfig.standard()
            .withClock(clock)
            .withTokens(Set.of("one", "two", "three"))
            .withLimits(2, 0);
    try (GitHubSimulator simulator = GitHubSimulator.start(config)) {
      simulator.addRepository("o/r", IssueSource.generated(1, 1));
      GitHubClient client = client(simulator, "one, two\nthree\n");
      for (int i = 0; i < 6; i++) {
        assertEquals(1, client.get("/repos/o/r").requests());
      }
      GitHubException spent = assertThrows(GitHubException.class, () -> client.get("/repos/o/r"));
      assertEquals(GitHubError.RATE_LIMIT_EXHAUSTED, spent.code());
      now = START.plus(Duration.ofHours(1));
      assertEquals(1, client.get("/repos/o/r").requests());
    }
  }

  @Test
  void anEntityTagGoesWithTheTokenThatItWasGivenTo() throws IOException {
    try (GitHubSimulator simulator =
        GitHubSimulator.start(SimulatorConfig.standard().withClock(clock))) {
      simulator.addRepository("o/r", IssueSource.generated(1, 1));
      GitHubClient client = client(simulator, "one,two,three");
      Optional<EntityTag> tag = client.get("/repos/o/r").entityTag();
      for (int i = 0; i < 5; i++) {
        assertEquals(304, client.get("/repos/o/r", tag).status());
      }
      Optional<EntityTag> foreign = tag.map(one -> new EntityTag(one.value(), "00000000"));
      assertEquals(200, client.get("/repos/o/r", foreign).status());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAppAsksForATokenAndForTheNextInTime(boolean pkcs1) throws IOException {
    try (GitHubSimulator simulator = GitHubSimulator.start(withApp())) {
      simulator.addRepository("o/r", IssueSource.generated(1, 1));
      GitHubClient client = client(simulator, app("77", 5, pkcs1 ? KEYS.pkcs1() : KEYS.pkcs8()));
      assertEquals(2, client.get("/repos/o/r").requests(), "one of them for the token");
      now = START.plus(Duration.ofMinutes(54));
      assertEquals(1, client.get("/repos/o/r").requests());
      now = START.plus(Duration.ofMinutes(55));
      assertEquals(2, client.get("/repos/o/r").requests(), "renewed before it ends");
    }
  }

  @Test
  void saysWhichPartOfAnAppGitHubDoesNotKnow() throws IOException {
    try (GitHubSimulator simulator = GitHubSimulator.start(withApp())) {
      GitHubException key = refused(simulator, app("77", 5, AppKeys.generate().pkcs8()));
      assertEquals(GitHubError.TOKEN_REJECTED, key.code());
      String message = String.valueOf(key.getMessage());
      assertTrue(message.startsWith("GitHub does not accept the key of the GitHub App."), message);
      assertTrue(
          message.contains("(POST /app/installations/5/access_tokens answered 401"), message);
      GitHubException installation = refused(simulator, app("77", 6, KEYS.pkcs8()));
      assertEquals(GitHubError.TOKEN_REJECTED, installation.code());
      assertEquals(404, installation.status());
    }
  }

  static Stream<String> secretsThatAreNone() {
    return Stream.of(
        "",
        " \n",
        "two words",
        "{\"hidden",
        "{\"app_id\": 1}",
        "{\"app_id\": 1, \"installation_id\": \"hidden\"}",
        "{\"app_id\": 1, \"installation_id\": 2, \"private_key\": \"hidden\"}",
        "{\"app_id\": 1, \"installation_id\": 2, \"private_key\":"
            + " \"-----BEGIN PRIVATE KEY-----\\nhidden\\n-----END PRIVATE KEY-----\"}");
  }

  @ParameterizedTest
  @MethodSource("secretsThatAreNone")
  void showsNothingOfASecretThatIsNone(String secret) {
    GitHubException refused =
        assertThrows(
            GitHubException.class, () -> Credentials.parse(secret, InstantSource.system()));
    assertEquals(GitHubError.TOKEN_INVALID, refused.code());
    assertFalse(String.valueOf(refused.getMessage()).contains("hidden"), refused.getMessage());
    assertEquals(null, refused.getCause());
  }

  private GitHubException refused(GitHubSimulator simulator, String secret) {
    GitHubClient client = client(simulator, secret);
    return assertThrows(GitHubException.class, () -> client.get("/repos/o/r"));
  }

  private SimulatorConfig withApp() {
    return SimulatorConfig.standard()
        .withClock(clock)
        .withTokens(Set.of("none of these"))
        .withApp(new SimulatedApp("77", 5, KEYS.pair().getPublic()));
  }

  private static String app(String id, long installation, String key) {
    return Json.write(
        Json.object()
            .put("app_id", id)
            .put("installation_id", installation)
            .put("private_key", key));
  }
}
