package io.snowpull.simulator;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.MatchResult;

/** {@code GET /repos/{owner}/{repo}/issues} and the same by numeric id. */
final class IssuesEndpoint implements Endpoint {
  private final Repositories repositories;
  private final int pageOffsetLimit;

  IssuesEndpoint(Repositories repositories, int pageOffsetLimit) {
    this.repositories = repositories;
    this.pageOffsetLimit = pageOffsetLimit;
  }

  @Override
  public Response answer(Request request, MatchResult path) {
    RepositoryLookup lookup =
        RepositoryLookup.of(repositories, Routes.repository(path), "/issues", request);
    if (lookup instanceof RepositoryLookup.Found found) {
      return list(request, found.repository());
    }
    return ((RepositoryLookup.Elsewhere) lookup).response();
  }

  private Response list(Request request, SimulatedRepository repository) {
    IssueQuery query = IssueQuery.of(request.query());
    if (query.after() == null && (long) query.page() * query.perPage() > pageOffsetLimit) {
      return GitHubErrors.pageTooFar();
    }
    IssuePage page = IssuePage.cut(repository.matching(query), query);
    Response response = Response.ok(array(page.issues()));
    return LinkHeader.of(request, repository, query, page)
        .map(link -> response.with("Link", link))
        .orElse(response);
  }

  private static byte[] array(List<StoredIssue> issues) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(issues.size() * 4096 + 2);
    json.write('[');
    for (int i = 0; i < issues.size(); i++) {
      if (i > 0) {
        json.write(',');
      }
      json.writeBytes(issues.get(i).json());
    }
    json.write(']');
    return json.toByteArray();
  }
}
