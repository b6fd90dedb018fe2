package io.snowpull.github.issues;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.SourceRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private final GitHubClient client;
  private final IssuePageReader reader = new IssuePageReader();

  public IssuesSource(GitHubClient client) {
    this.client = client;
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
  public SourcePage first(long sourceId) {
    return page(
        sourceId,
        client.get(
            "/repositories/"
                + sourceId
                + "/issues?state=all&sort=updated&direction=asc&per_page=100"));
  }

  @Override
  public SourcePage next(long sourceId, URI address) {
    return page(sourceId, client.get(address));
  }

  private SourcePage page(long sourceId, GitHubResponse response) {
    requireSame(sourceId, response.address());
    List<SourceRecord> records;
    try {
      records = reader.read(response.body());
    } catch (IOException e) {
      throw invalid(response, e.getMessage());
    }
    Optional<URI> next = response.next();
    next.ifPresent(target -> requireSame(sourceId, target));
    if (next.filter(response.address()::equals).isPresent()) {
      throw invalid(response, "it names itself as its next page");
    }
    return new SourcePage(
        response.address(), response.requests(), records, next, response.transferredBytes());
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
