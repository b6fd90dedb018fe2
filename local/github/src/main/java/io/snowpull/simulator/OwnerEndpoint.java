package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/**
 * {@code GET /orgs/{owner}/repos} and {@code GET /users/{owner}/repos}. Every owner is both, and
 * there is one as soon as it has a repository.
 */
final class OwnerEndpoint implements Endpoint {
  private final Repositories repositories;

  OwnerEndpoint(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Response answer(Request request, MatchResult path) {
    List<SimulatedRepository> all = repositories.of(path.group(1));
    if (all.isEmpty()) {
      return GitHubErrors.notFound();
    }
    int size = number(request, "per_page", 30, 100);
    int page = number(request, "page", 1, Integer.MAX_VALUE / 100);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    all.stream()
        .skip((long) (page - 1) * size)
        .limit(size)
        .forEach(repository -> array.add(repository.json(request.baseUrl())));
    Response response = Response.ok(array);
    if ((long) page * size >= all.size()) {
      return response;
    }
    Map<String, String> next = new LinkedHashMap<>(request.query());
    next.put("page", Integer.toString(page + 1));
    return response.with(
        "Link",
        "<" + request.baseUrl() + request.path() + QueryStrings.encoded(next) + ">; rel=\"next\"");
  }

  private static int number(Request request, String key, int standard, int most) {
    String text = request.query().getOrDefault(key, "");
    return text.matches("[1-9][0-9]{0,8}") ? Math.min(most, Integer.parseInt(text)) : standard;
  }
}
