package io.snowpull.github.issues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.LoopbackServer;
import io.snowpull.runtime.http.JdkHttpTransport;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.Unchanged;
import io.snowpull.runtime.source.Validator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuesSourceTest {
  /** What the token of the tests is called: the beginning of its SHA-256. */
  private static final String TOKEN = "b46c0967";

  private static final String FIRST =
      "/repositories/5/issues?state=all&sort=updated&direction=asc&per_page=100";
  private static final String ISSUE = "{\"id\":%d,\"updated_at\":\"2019-10-04T12:00:00Z\"}";

  private static final PageRequest ALL = new PageRequest.Since(Optional.empty(), Optional.empty());

  private final LoopbackServer server = new LoopbackServer();
  private final IssuesSource source =
      new IssuesSource(
          server.client(new JdkHttpTransport(Duration.ofSeconds(10))),
          100,
          new IssueAnswers(true, InstantSource.system()));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksForAllIssuesOldestChangeFirstAndFollowsLinks() {
    server
        .on(
            FIRST,
            200,
            "[" + ISSUE.formatted(1) + "]",
            "Link",
            "<{url}/repositories/5/issues?page=2>; rel=\"next\"")
        .on("/repositories/5/issues?page=2", 200, "[]");
    SourcePage first = (SourcePage) source.fetch(5, ALL);
    assertEquals(1, first.records().size());
    SourcePage second =
        (SourcePage) source.fetch(5, new PageRequest.At(first.next().orElseThrow()));
    assertEquals(0, second.records().size());
    assertTrue(second.next().isEmpty());
  }

  @Test
  void asksForHalfAsManyAfterGitHubFailed() {
    server
        .on(FIRST, 502, "{}")
        .on(FIRST.replace("per_page=100", "per_page=50"), 200, "[" + ISSUE.formatted(1) + "]");
    assertThrows(GitHubException.class, () -> source.fetch(5, ALL));
    assertEquals(1, ((SourcePage) source.fetch(5, ALL)).records().size());
  }

  @Test
  void asksFromATimeAndWhetherAnythingIsNew() {
    server.on(FIRST + "&since=2026-01-02T03:04:05Z", 304, "");
    PageRequest request =
        new PageRequest.Since(
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.of(new Validator("W/\"a\"", TOKEN)));
    assertEquals(new Unchanged(1), source.fetch(5, request));
  }

  @Test
  void sendsNoEntityTagThatAnotherTokenWasGiven() {
    server.on(FIRST + "&since=2026-01-02T03:04:05Z", 200, "[]");
    source.fetch(
        5,
        new PageRequest.Since(
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.of(new Validator("W/\"a\"", "00000000"))));
    assertEquals(null, server.requests().get(0).get("if-none-match"));
  }

  @Test
  void identifiesARepositoryByItsNumber() {
    server.on("/repos/o/R.x", 200, "{\"id\":5,\"full_name\":\"O/r.x\"}");
    assertEquals(new SourceIdentity(5, "O/r.x"), source.identify("o/R.x"));
  }

  @Test
  void identifiesARenamedRepositoryByItsNewName() {
    server
        .on("/repos/o/old", 301, "{}", "Location", "{url}/repositories/5")
        .on("/repositories/5", 200, "{\"id\":5,\"full_name\":\"o/new\"}");
    assertEquals(new SourceIdentity(5, "o/new"), source.identify("o/old"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o",
        "o/",
        "/r",
        "o/r/x",
        "o r/x",
        "o/r?x=1",
        "-o/r",
        "o/..",
        "o/.",
        "o/r;",
        "o/r\n",
        "https://github.com/o/r",
        "o/ü"
      })
  void refusesWhatIsNotARepository(String name) {
    GitHubException failure = assertThrows(GitHubException.class, () -> source.identify(name));
    assertEquals(GitHubError.REPOSITORY_NAME_INVALID, failure.code());
  }

  @Test
  void namesDisabledIssues() {
    server.on("/repos/o/r", 200, "{\"id\":5,\"full_name\":\"o/r\",\"has_issues\":false}");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.identify("o/r"));
    assertEquals(GitHubError.ISSUES_DISABLED, failure.code());
  }

  @Test
  void neverReadsAnotherRepository() {
    server
        .on(FIRST, 301, "{}", "Location", "/repositories/6/issues")
        .on("/repositories/6/issues", 200, "[]");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.fetch(5, ALL));
    assertEquals(GitHubError.IDENTITY_CHANGED, failure.code());
  }

  @Test
  void neverFollowsALinkIntoAnotherRepository() {
    server.on(FIRST, 200, "[]", "Link", "<{url}/repositories/6/issues?page=2>; rel=\"next\"");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.fetch(5, ALL));
    assertEquals(GitHubError.IDENTITY_CHANGED, failure.code());
  }

  @Test
  void namesAPageThatIsNoPage() {
    server.on(FIRST, 200, "<html>busy</html>");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.fetch(5, ALL));
    assertEquals(GitHubError.RESPONSE_INVALID, failure.code());
  }

  @Test
  void refusesAPageThatIsItsOwnNext() {
    server.on(FIRST, 200, "[]", "Link", "<{url}" + FIRST + ">; rel=\"next\"");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.fetch(5, ALL));
    assertEquals(GitHubError.RESPONSE_INVALID, failure.code());
  }
}
