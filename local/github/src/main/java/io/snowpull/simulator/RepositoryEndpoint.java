package io.snowpull.simulator;

import java.util.regex.MatchResult;

/** {@code GET /repos/{owner}/{repo}} and {@code GET /repositories/{id}}. */
final class RepositoryEndpoint implements Endpoint {
  private final Repositories repositories;

  RepositoryEndpoint(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Response answer(Request request, MatchResult path) {
    RepositoryLookup lookup =
        RepositoryLookup.of(repositories, Routes.repository(path), "", request);
    if (lookup instanceof RepositoryLookup.Found found) {
      return Response.ok(found.repository().json(request.baseUrl()));
    }
    return ((RepositoryLookup.Elsewhere) lookup).response();
  }
}
