package io.snowpull.github.issues;

import io.snowpull.github.client.EntityTag;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubError;
import io.snowpull.github.client.GitHubException;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.Unchanged;
import java.time.Instant;
import java.util.Optional;

/**
 * The issues of repositories, pull requests among them, oldest change first.
 *
 * <p>https://docs.github.com/en/rest/issues/issues#list-repository-issues
 */
public final class IssuesSource implements Source {
  /** The most that GitHub gives. */
  public static final int LARGEST_PAGE = 100;

  private final GitHubClient client;
  private final PageSize pageSize;
  private final IssueAnswers answers;

  /**
   * @param pageSize issues a page, at most {@link #LARGEST_PAGE}
   */
  public IssuesSource(GitHubClient client, int pageSize, IssueAnswers answers) {
    this.client = client;
    this.pageSize = new PageSize(pageSize);
    this.answers = answers;
  }

  @Override
  public SourceIdentity identify(String resourceId) {
    return IssueAnswers.identity(client.get(RepositoryName.parse(resourceId).path()));
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    if (request instanceof PageRequest.Since since) {
      return since(sourceId, since);
    }
    return answers.page(sourceId, client.get(((PageRequest.At) request).address()));
  }

  private SourceAnswer since(long sourceId, PageRequest.Since request) {
    // What is asked again with a validator has to be the same question; its answer is small.
    int size = request.validator().isPresent() ? pageSize.largest() : pageSize.current();
    Optional<EntityTag> tag =
        request.validator().map(known -> new EntityTag(known.value(), known.credential()));
    try {
      GitHubResponse response = client.get(path(sourceId, request.since(), size), tag);
      IssueAnswers.requireSame(sourceId, response.address());
      SourceAnswer answer =
          response.isUnchanged()
              ? new Unchanged(response.requests())
              : answers.page(sourceId, response);
      pageSize.arrived();
      return answer;
    } catch (GitHubException e) {
      if (e.code() == GitHubError.SERVER_FAILED || e.code() == GitHubError.UNREACHABLE) {
        pageSize.failed(size);
      }
      throw e;
    }
  }

  /** GitHub answers {@code since=1970-01-01} with nothing, so no time is sent for all issues. */
  private static String path(long sourceId, Optional<Instant> since, int size) {
    return "/repositories/"
        + sourceId
        + "/issues?state=all&sort=updated&direction=asc&per_page="
        + size
        + since.map(time -> "&since=" + time).orElse("");
  }
}
