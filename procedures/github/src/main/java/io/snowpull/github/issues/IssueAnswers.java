package io.snowpull.github.issues;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.github.client.EntityTag;
import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.PageReader;
import io.snowpull.runtime.source.ReadPage;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.Validator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What GitHub's answers about repositories and their issues say. Thread-safe. */
public final class IssueAnswers {
  private static final Pattern REPOSITORY_PATH =
      Pattern.compile(".*/repositories/([0-9]{1,18})/.*");

  private final PageReader reader;
  private final InstantSource clock;

  /**
   * @param pullRequests whether pull requests are wanted too
   * @param clock stands in for GitHub's where an answer has no Date
   */
  public IssueAnswers(boolean pullRequests, InstantSource clock) {
    // Every pull request is an issue; this key, which always has a value, marks it as one.
    this.reader =
        new PageReader(
            "id", "updated_at", pullRequests ? Optional.empty() : Optional.of("pull_request"));
    this.clock = clock;
  }

  static SourceIdentity identity(GitHubResponse response) {
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

  /** A page of issues of one repository. */
  SourcePage page(long sourceId, GitHubResponse response) {
    requireSame(sourceId, response.address());
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
        response.entityTag().map(IssueAnswers::validator));
  }

  private static Validator validator(EntityTag tag) {
    return new Validator(tag.value(), tag.credential());
  }

  /** Whether an address is that of another repository. */
  static boolean isOfAnother(long sourceId, URI address) {
    Matcher matcher = REPOSITORY_PATH.matcher(address.getRawPath());
    return matcher.matches() && Long.parseLong(matcher.group(1)) != sourceId;
  }

  /** A redirect or a link must not lead into another repository's issues. */
  static void requireSame(long sourceId, URI address) {
    if (isOfAnother(sourceId, address)) {
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
