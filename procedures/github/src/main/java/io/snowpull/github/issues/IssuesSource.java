package io.snowpull.github.issues;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.PageReader;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.ReadPage;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.Unchanged;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The issues of repositories, pull requests among them, oldest change first.
 *
 * <p>https://docs.github.com/en/rest/issues/issues#list-repository-issues
 */
public final class IssuesSource implements Source {
  private static final Pattern REPOSITORY_PATH =
      Pattern.compile(".*/repositories/([0-9]{1,18})/.*");

  /** The most that GitHub gives. */
  public static final int LARGEST_PAGE = 100;

  private final GitHubClient client;
  private final PageSize pageSize;
  private final InstantSource clock;
  private final PageReader reader = new PageReader("id", "updated_at");

  /**
   * @param pageSize issues a page, at most {@link #LARGEST_PAGE}
   * @param clock stands in for GitHub's where an answer has no Date
   */
  public IssuesSource(GitHubClient client, int pageSize, InstantSource clock) {
    this.client = client;
    this.pageSize = new PageSize(pageSize);
    this.clock = clock;
  }

  @Override
  public SourceIdentity identify(String resourceId) {
    RepositoryName name = RepositoryName.parse(resourceId);
    GitHubResponse response = client.get(name.path());
    JsonNode repository;
    try {
      repository = Json.parse(new String(response.body(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw invalid(response, e.getMessage());
    }
    JsonNode id = repository.path("id");
    JsonNode fullName = repository.path("full_name");
    if (!id.isIntegralNumber() || !id.canConvertToLong() || !fullName.isTextual()) {
      throw invalid(response, "it has no id or no full_name");
    }
    if (!repository.path("has_issues").asBoolean(true)) {
      throw GitHubException.of(
          GitHubError.ISSUES_DISABLED,
          "The repository "
              + fullName.textValue()
              + " has its issues disabled. Enable them in its settings on GitHub.");
    }
    return new SourceIdentity(id.longValue(), fullName.textValue());
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    if (request instanceof PageRequest.Since since) {
      return since(sourceId, since);
    }
    return answer(sourceId, client.get(((PageRequest.At) request).address()));
  }

  private SourceAnswer since(long sourceId, PageRequest.Since request) {
    // What is asked again with a validator has to be the same question; its answer is small.
    int size = request.validator().isPresent() ? pageSize.largest() : pageSize.current();
    try {
      SourceAnswer answer =
          answer(sourceId, client.get(path(sourceId, request.since(), size), request.validator()));
      pageSize.arrived();
      return answer;
    } catch (GitHubException e) {
      if (e.code() == GitHubError.SERVER_FAILED || e.code() == GitHubError.UNREACHABLE) {
        pageSize.failed(size);
      }
      throw e;
    }
  }

  @Override
  public String credential() {
    return client.credential();
  }

  /** GitHub answers {@code since=1970-01-01} with nothing, so no time is sent for all issues. */
  private static String path(long sourceId, Optional<Instant> since, int size) {
    return "/repositories/"
        + sourceId
        + "/issues?state=all&sort=updated&direction=asc&per_page="
        + size
        + since.map(time -> "&since=" + time).orElse("");
  }

  private SourceAnswer answer(long sourceId, GitHubResponse response) {
    requireSame(sourceId, response.address());
    if (response.isUnchanged()) {
      return new Unchanged(response.requests());
    }
    ReadPage page;
    try {
      page = reader.read(response.body());
    } catch (IOException e) {
      throw invalid(response, e.getMessage());
    }
    Optional<URI> next = response.next();
    next.ifPresent(target -> requireSame(sourceId, target));
    if (next.filter(response.address()::equals).isPresent()) {
      throw invalid(response, "it names itself as its next page");
    }
    return new SourcePage(
        response.address(),
        response.requests(),
        page.rows(),
        page.unreadable(),
        next,
        response.transferredBytes(),
        response.date().orElseGet(clock::instant),
        response.entityTag());
  }

  /** A redirect or a link must not lead into another repository's issues. */
  private static void requireSame(long sourceId, URI address) {
    Matcher matcher = REPOSITORY_PATH.matcher(address.getRawPath());
    if (matcher.matches() && Long.parseLong(matcher.group(1)) != sourceId) {
      throw GitHubException.of(
          GitHubError.IDENTITY_CHANGED,
          "Repository "
              + sourceId
              + " now leads to another one ("
              + address.getRawPath()
              + "). Their issues are not mixed; enable the other one by its own name.");
    }
  }

  private static GitHubException invalid(GitHubResponse response, @Nullable String why) {
    return GitHubException.of(
        GitHubError.RESPONSE_INVALID,
        "The answer to GET "
            + response.address().getRawPath()
            + " is not what GitHub documents: "
            + why
            + ". The next run tries again; if it stays so, check api_base_url.");
  }
}
