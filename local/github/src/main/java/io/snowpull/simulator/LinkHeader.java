package io.snowpull.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Link header of a page: absolute URLs with the repository's numeric id, as GitHub writes them,
 * but on this server's own host.
 *
 * <p>{@code next} carries both {@code after} and {@code page}, since existing clients read the one
 * or the other.
 */
final class LinkHeader {
  private LinkHeader() {}

  /** Empty when everything fits on one page. */
  static Optional<String> of(
      Request request, SimulatedRepository repository, IssueQuery query, IssuePage page) {
    List<String> links = new ArrayList<>();
    String url = request.baseUrl() + "/repositories/" + repository.id() + "/issues";
    int number = query.page();
    if (number > 1) {
      links.add(link(url, numbered(request, number - 1), "prev"));
    }
    if (page.hasNext()) {
      Map<String, String> next = numbered(request, number + 1);
      StoredIssue lastIssue = page.issues().get(page.issues().size() - 1);
      next.put("after", query.sort().cursorAt(lastIssue).encoded());
      links.add(link(url, next, "next"));
      links.add(link(url, numbered(request, page.lastPage()), "last"));
    }
    if (number > 1) {
      links.add(link(url, numbered(request, 1), "first"));
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
  }

  private static Map<String, String> numbered(Request request, int page) {
    Map<String, String> parameters = new LinkedHashMap<>(request.query());
    parameters.remove("after");
    parameters.put("page", Integer.toString(page));
    return parameters;
  }

  private static String link(String url, Map<String, String> parameters, String relation) {
    return "<" + url + QueryStrings.encoded(parameters) + ">; rel=\"" + relation + "\"";
  }
}
