package io.snowpull.github.issues;

import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.github.client.Whereabouts;
import io.snowpull.runtime.source.Inventory;
import io.snowpull.runtime.source.RowFate;
import io.snowpull.runtime.source.SourcePage;
import java.net.URI;
import java.util.Optional;

/** All issues of repositories, pull requests among them, and what became of single ones. */
public final class IssuesInventory implements Inventory {
  private final GitHubClient client;
  private final int pageSize;
  private final IssueAnswers answers;

  /**
   * @param pageSize issues a page, at most {@link IssuesSource#LARGEST_PAGE}
   */
  public IssuesInventory(GitHubClient client, int pageSize, IssueAnswers answers) {
    this.client = client;
    this.pageSize = pageSize;
    this.answers = answers;
  }

  @Override
  public String referenceKey() {
    return "number";
  }

  @Override
  public String createdKey() {
    return "created_at";
  }

  /** By creation, which never changes: only what is deleted meanwhile moves a row forward. */
  @Override
  public SourcePage list(long sourceId, Optional<URI> next) {
    GitHubResponse response =
        next.isPresent()
            ? client.get(next.get())
            : client.get(
                "/repositories/"
                    + sourceId
                    + "/issues?state=all&sort=created&direction=asc&per_page="
                    + pageSize);
    return answers.page(sourceId, response);
  }

  /**
   * A deleted issue answers 410, a transferred one 301 to its new place, and one that the token may
   * no longer see 404.
   *
   * @see <a href="https://docs.github.com/en/rest/issues/issues#get-an-issue">Get an issue</a>
   */
  @Override
  public RowFate fate(long sourceId, String reference) {
    Whereabouts found = client.whereabouts("/repositories/" + sourceId + "/issues/" + reference);
    return switch (found.status()) {
      case 200 -> RowFate.PRESENT;
      case 301 ->
          found.movedTo().filter(target -> !IssueAnswers.isOfAnother(sourceId, target)).isPresent()
              ? RowFate.PRESENT
              : RowFate.TRANSFERRED;
      default -> RowFate.DELETED;
    };
  }

  @Override
  public String currentName(long sourceId) {
    return IssueAnswers.identity(client.get("/repositories/" + sourceId)).name();
  }
}
