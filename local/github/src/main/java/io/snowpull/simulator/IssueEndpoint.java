package io.snowpull.simulator;

import java.util.regex.MatchResult;

/** {@code GET /repos/{owner}/{repo}/issues/{number}}: 410 when deleted, 301 when transferred. */
final class IssueEndpoint implements Endpoint {
  private final Repositories repositories;

  IssueEndpoint(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Response answer(Request request, MatchResult path) {
    String number = path.group(2);
    RepositoryLookup lookup =
        RepositoryLookup.of(repositories, Routes.repository(path), "/issues/" + number, request);
    if (lookup instanceof RepositoryLookup.Found found) {
      return one(request, found.repository().fate(Integer.parseInt(number)));
    }
    return ((RepositoryLookup.Elsewhere) lookup).response();
  }

  private static Response one(Request request, IssueFate fate) {
    if (fate instanceof IssueFate.Present present) {
      return Response.ok(present.issue().json());
    }
    if (fate instanceof IssueFate.Transferred transferred) {
      return GitHubErrors.movedPermanently(
          request.baseUrl()
              + "/repositories/"
              + transferred.repositoryId()
              + "/issues/"
              + transferred.number());
    }
    return fate instanceof IssueFate.Deleted
        ? GitHubErrors.issueDeleted()
        : GitHubErrors.notFound();
  }
}
