package io.snowpull.github.issues;

import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.github.client.RateLimit;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.SourceIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out in two or three requests how much there is to read in a repository. */
public final class IssueCounter {
  private static final Pattern PAGE = Pattern.compile("(?:^|.*&)page=([0-9]{1,9})(?:&.*|$)");

  private final GitHubClient client;
  private Optional<RateLimit> limit = Optional.empty();

  public IssueCounter(GitHubClient client) {
    this.client = client;
  }

  public SourceIdentity identify(String resourceId) {
    return IssueAnswers.identity(client.get(RepositoryName.parse(resourceId).path()));
  }

  /**
   * Counts by pages of one issue: the number of the last page is that of the issues.
   *
   * @param since issues changed before it are not counted; empty for all
   */
  public IssueCount count(long sourceId, Optional<Instant> since) {
    GitHubResponse response =
        get(sourceId, "sort=updated&direction=asc" + since.map(at -> "&since=" + at).orElse(""));
    if (response.next().isEmpty()) {
      return new IssueCount(issues(response), true);
    }
    Optional<Long> pages = response.last().map(URI::getRawQuery).flatMap(IssueCounter::page);
    return pages
        .map(last -> new IssueCount(last, true))
        .orElseGet(() -> new IssueCount(newestNumber(sourceId), false));
  }

  /** What is left of the limit; empty before an answer, or where there is no limit. */
  public Optional<RateLimit> limit() {
    return limit;
  }

  private GitHubResponse get(long sourceId, String order) {
    GitHubResponse response =
        client.get("/repositories/" + sourceId + "/issues?state=all&per_page=1&" + order);
    limit = Optional.of(response.rateLimit());
    return response;
  }

  private static Optional<Long> page(String query) {
    Matcher matcher = PAGE.matcher(query);
    return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
  }

  private static int issues(GitHubResponse response) {
    return Json.parse(new String(response.body(), StandardCharsets.UTF_8)).size();
  }

  private long newestNumber(long sourceId) {
    GitHubResponse newest = get(sourceId, "sort=created&direction=desc");
    return Json.parse(new String(newest.body(), StandardCharsets.UTF_8))
        .path(0)
        .path("number")
        .asLong();
  }
}
