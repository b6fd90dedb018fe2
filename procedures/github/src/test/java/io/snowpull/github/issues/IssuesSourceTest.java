package io.snowpull.github.issues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.JdkHttpTransport;
import io.snowpull.github.client.LoopbackServer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuesSourceTest {
  private static final String FIRST =
      "/repositories/5/issues?state=all&sort=updated&direction=asc&per_page=100";
  private static final String ISSUE = "{\"id\":%d,\"updated_at\":\"2019-10-04T12:00:00Z\"}";

  private final LoopbackServer server = new LoopbackServer();
  private final IssuesSource source =
      new IssuesSource(server.client(new JdkHttpTransport(Duration.ofSeconds(10))));

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
    SourcePage first = source.first(5);
    assertEquals(1, first.records().size());
    SourcePage second = source.next(5, first.next().orElseThrow());
    assertEquals(0, second.records().size());
    assertTrue(second.next().isEmpty());
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
    GitHubException failure = assertThrows(GitHubException.class, () -> source.first(5));
    assertEquals(GitHubError.IDENTITY_CHANGED, failure.code());
  }

  @Test
  void neverFollowsALinkIntoAnotherRepository() {
    server.on(FIRST, 200, "[]", "Link", "<{url}/repositories/6/issues?page=2>; rel=\"next\"");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.first(5));
    assertEquals(GitHubError.IDENTITY_CHANGED, failure.code());
  }

  @Test
  void namesAPageThatIsNoPage() {
    server.on(FIRST, 200, "<html>busy</html>");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.first(5));
    assertEquals(GitHubError.RESPONSE_INVALID, failure.code());
  }

  @Test
  void refusesAPageThatIsItsOwnNext() {
    server.on(FIRST, 200, "[]", "Link", "<{url}" + FIRST + ">; rel=\"next\"");
    GitHubException failure = assertThrows(GitHubException.class, () -> source.first(5));
    assertEquals(GitHubError.RESPONSE_INVALID, failure.code());
  }
}
