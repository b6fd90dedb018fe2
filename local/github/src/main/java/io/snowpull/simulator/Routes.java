package io.snowpull.simulator;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator's whole HTTP surface, a line for each route. */
final class Routes {
  private final List<Route> table;

  Routes(Repositories repositories, RateLimits limits, SimulatorConfig config) {
    RepositoryEndpoint repository = new RepositoryEndpoint(repositories);
    IssuesEndpoint issues = new IssuesEndpoint(repositories, config.pageOffsetLimit());
    IssueEndpoint issue = new IssueEndpoint(repositories);
    OwnerEndpoint owner = new OwnerEndpoint(repositories);
    table =
        List.of(
            route("/repos/{owner}/{repo}", repository),
            route("/repos/{owner}/{repo}/issues", issues),
            route("/repos/{owner}/{repo}/issues/{number}", issue),
            route("/repositories/{id}", repository),
            route("/repositories/{id}/issues", issues),
            route("/repositories/{id}/issues/{number}", issue),
            route("/orgs/{owner}/repos", owner),
            route("/users/{owner}/repos", owner),
            route("/rate_limit", new RateLimitEndpoint(limits)),
            new Route("POST", Pattern.compile("/graphql"), new GraphQlEndpoint(repositories)));
  }

  Response answer(Request request) {
    for (Route route : table) {
      Matcher path = route.path().matcher(request.path());
      if (path.matches()) {
        return request.method().equals(route.method())
            ? route.endpoint().answer(request, path.toMatchResult())
            : GitHubErrors.notFound();
      }
    }
    return GitHubErrors.notFound();
  }

  private record Route(String method, Pattern path, Endpoint endpoint) {}

  /** Owner and repository form one group, so that every route starts with one that names it. */
  private static Route route(String template, Endpoint endpoint) {
    String expression =
        template
            .replace("{owner}/{repo}", "([^/]+/[^/]+)")
            .replace("{owner}", "([^/]+)")
            .replace("{id}", "(\\d+)")
            .replace("{number}", "(\\d{1,9})");
    return new Route("GET", Pattern.compile(expression), endpoint);
  }

  /** The variable that names the repository: {@code owner/name} or a numeric id. */
  static String repository(MatchResult path) {
    return path.group(1);
  }
}
