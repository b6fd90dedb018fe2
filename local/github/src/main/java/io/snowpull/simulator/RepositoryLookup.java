package io.snowpull.simulator;

import org.jspecify.annotations.Nullable;

/** Where a path leads: to a repository, to its new place, or nowhere. */
sealed interface RepositoryLookup {
  record Found(SimulatedRepository repository) implements RepositoryLookup {}

  record Elsewhere(Response response) implements RepositoryLookup {}

  /**
   * Finds what {@code name} ({@code owner/name} or id) stands for.
   *
   * @param rest what follows the repository in the path, kept in a redirection
   */
  static RepositoryLookup of(Repositories repositories, String name, String rest, Request request) {
    boolean isNumeric = name.indexOf('/') < 0;
    SimulatedRepository found = isNumeric ? byId(repositories, name) : repositories.byName(name);
    if (found == null) {
      return new Elsewhere(GitHubErrors.notFound());
    }
    if (isNumeric || found.fullName().equalsIgnoreCase(name)) {
      return new Found(found);
    }
    String location =
        request.baseUrl()
            + "/repositories/"
            + found.id()
            + rest
            + QueryStrings.encoded(request.query());
    return new Elsewhere(GitHubErrors.movedPermanently(location));
  }

  private static @Nullable SimulatedRepository byId(Repositories repositories, String digits) {
    return digits.length() > 18 ? null : repositories.byId(Long.parseLong(digits));
  }
}
