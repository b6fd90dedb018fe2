package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What GitHub says about a repository. */
final class RepositoryJson {
  private RepositoryJson() {}

  static ObjectNode of(RepositoryName name, long id, long openIssues, String baseUrl) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String url = baseUrl + "/repos/" + name.text();
    json.put("id", id)
        .put("node_id", "R_" + Long.toString(id, 36))
        .put("name", name.name())
        .put("full_name", name.text())
        .put("private", false);
    json.set("owner", SimulatedUser.named(name.owner(), id + 1).json());
    return json.put("html_url", "https://github.com/" + name.text())
        .putNull("description")
        .put("fork", false)
        .put("url", url)
        .put("issues_url", url + "/issues{/number}")
        .put("created_at", "2010-04-19T04:13:03Z")
        .put("default_branch", "main")
        .put("has_issues", true)
        .put("archived", false)
        .put("disabled", false)
        .put("visibility", "public")
        .put("open_issues_count", openIssues);
  }
}
