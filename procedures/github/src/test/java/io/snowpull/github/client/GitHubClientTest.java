package io.snowpull.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.runtime.failure.Category;
import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.HttpTransport;
import io.snowpull.runtime.http.JdkHttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubClientTest {
  private final HttpTransport transport = new JdkHttpTransport(Duration.ofSeconds(10));
  private final LoopbackServer server = new LoopbackServer();
  private final GitHubClient client = server.client(transport);

  @AfterEach
  void stop() {
    server.close();
  }

  private GitHubException failure(String path) {
    return assertThrows(GitHubException.class, () -> client.get(path));
  }

  @Test
  void sendsTheHeadersThatGitHubAsksFor() {
    server.on("/x", 200, "[]");
    client.get("/x");
    Map<String, String> request = server.requests().get(0);
    assertEquals("Bearer t0ken", request.get("authorization"));
    assertEquals("application/vnd.github+json", request.get("accept"));
    assertEquals("snowpull", request.get("user-agent"));
    assertEquals("2022-11-28", request.get("x-github-api-version"));
    assertEquals("gzip", request.get("accept-encoding"));
  }

  @Test
  void decompressesAndReportsWhatCameOverTheNetwork() {
    String text = "[" + "\"a\",".repeat(1000) + "\"b\"]";
    byte[] compressed = LoopbackServer.gzip(text);
    server.on("/x", 200, compressed, "Content-Encoding", "gzip");
    GitHubResponse response = client.get("/x");
    assertEquals(text, new String(response.body(), StandardCharsets.UTF_8));
    assertEquals(compressed.length, response.transferredBytes());
  }

  @Test
  void rejectsTruncatedCompression() {
    byte[] compressed = LoopbackServer.gzip("[" + "1,".repeat(1000) + "2]");
    server.on(
        "/x",
        200,
        java.util.Arrays.copyOf(compressed, compressed.length / 2),
        "Content-Encoding",
        "gzip");
    assertEquals(GitHubError.RESPONSE_INVALID, failure("/x").code());
  }

  @Test
  void findsTheNextPageAmongLinks() {
    server.on(
        "/x",
        200,
        "[]",
        "Link",
        "<{url}/x?page=1>; rel=\"prev\", <{url}/x?a=1,2&page=3>; rel=\"next\", <{url}/x?page=9>; rel=\"last\"");
    assertEquals(
        server.url() + "/x?a=1,2&page=3", client.get("/x").next().orElseThrow().toString());
  }

  @Test
  void hasNoNextPageWithoutSuchALink() {
    server.on("/x", 200, "[]", "Link", "<{url}/x?page=1>; rel=\"prev\"");
    assertTrue(client.get("/x").next().isEmpty());
  }

  @Test
  void sendsTheTokenToTheConfiguredPortOnly() {
    try (LoopbackServer other = new LoopbackServer()) {
      GitHubException failure =
          assertThrows(
              GitHubException.class, () -> client.get(java.net.URI.create(other.url() + "/x")));
      assertEquals(GitHubError.REDIRECT_REFUSED, failure.code());
      assertEquals(0, other.requests().size());
    }
  }

  @Test
  void doesNotFollowARedirectToAnotherHost() {
    try (LoopbackServer other = new LoopbackServer()) {
      server.on("/x", 301, "", "Location", other.url() + "/x");
      assertEquals(GitHubError.REDIRECT_REFUSED, failure("/x").code());
      assertEquals(0, other.requests().size());
    }
  }

  @Test
  void followsARedirectOnTheSameHost() {
    server.on("/old", 301, "{}", "Location", "/new").on("/new", 200, "[]");
    GitHubResponse response = client.get("/old");
    assertEquals(server.url() + "/new", response.address().toString());
    assertEquals(2, response.requests());
  }

  @Test
  void givesUpOnRedirectsInACircle() {
    server.on("/x", 302, "", "Location", "/x");
    assertEquals(GitHubError.REDIRECT_REFUSED, failure("/x").code());
    assertEquals(4, server.requests().size());
  }

  @ParameterizedTest
  @CsvSource({
    "401, TOKEN_REJECTED, USER",
    "403, PERMISSION_MISSING, USER",
    "404, NOT_FOUND, USER",
    "410, ISSUES_DISABLED, USER",
    "451, BLOCKED_FOR_LEGAL_REASONS, SOURCE",
    "422, REQUEST_REFUSED, SOURCE",
    "429, SECONDARY_LIMIT_HIT, SOURCE",
    "500, SERVER_FAILED, SOURCE",
    "502, SERVER_FAILED, SOURCE",
  })
  void namesTheKindOfARefusal(int status, GitHubError code, Category category) {
    server.on("/x?q=1", status, "{\"message\":\"Sorry,\\n no\"}", "X-GitHub-Request-Id", "AB:12");
    GitHubException failure = failure("/x?q=1");
    assertEquals(code, failure.code());
    assertEquals(category, failure.category());
    assertEquals(status, failure.status());
    assertTrue(
        String.valueOf(failure.getMessage())
            .endsWith("(GET /x answered " + status + " \"Sorry, no\", request AB:12)"),
        failure.getMessage());
    assertFalse(String.valueOf(failure.getMessage()).contains("t0ken"));
  }

  @Test
  void tellsAnExhaustedLimitFromAMissingPermission() {
    server.on("/x", 403, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "9999999999");
    GitHubException failure = failure("/x");
    assertEquals(GitHubError.RATE_LIMIT_EXHAUSTED, failure.code());
    assertEquals(Duration.ofDays(1), failure.retryAfter().orElseThrow(), "capped at a day");
  }

  @Test
  void takesARetryAfterWithStatus403ForASecondaryLimit() {
    server.on("/x", 403, "{}", "Retry-After", "17");
    GitHubException failure = failure("/x");
    assertEquals(GitHubError.SECONDARY_LIMIT_HIT, failure.code());
    assertEquals(Duration.ofSeconds(17), failure.retryAfter().orElseThrow());
  }

  @Test
  void waitsAMinuteWhenNothingIsSaid() {
    server.on("/x", 429, "");
    assertEquals(Duration.ofMinutes(1), failure("/x").retryAfter().orElseThrow());
  }

  @Test
  void namesAServerThatIsNotThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    GitHubClient nobody =
        new GitHubClient(
            BaseUrl.of("http://127.0.0.1:" + port, ""),
            Credentials.parse("t0ken", java.time.InstantSource.system()),
            transport,
            java.time.InstantSource.system());
    GitHubException failure = assertThrows(GitHubException.class, () -> nobody.get("/x"));
    assertEquals(GitHubError.UNREACHABLE, failure.code());
    assertTrue(String.valueOf(failure.getMessage()).contains("network rule"));
  }

  @Test
  void cutsAnAnswerThatNeverEnds() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GitHubClient hasty =
          new GitHubClient(
              BaseUrl.of("http://127.0.0.1:" + silent.getLocalPort(), ""),
              Credentials.parse("t0ken", java.time.InstantSource.system()),
              new JdkHttpTransport(Duration.ofMillis(50)),
              java.time.InstantSource.system());
      GitHubException failure = assertThrows(GitHubException.class, () -> hasty.get("/x"));
      assertEquals(GitHubError.UNREACHABLE, failure.code());
    }
  }
}
