package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes issues of one repository in the shape GitHub serves. */
final class IssueJson {
  private final String api;
  private final String html;

  IssueJson(String fullName) {
    this.api = "https://api.github.com/repos/" + fullName;
    this.html = "https://github.com/" + fullName;
  }

  /** An open issue without labels and body. */
  ObjectNode issue(
      long id, int number, String title, SimulatedUser user, Instant created, Instant updated) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String url = api + "/issues/" + number;
    json.put("url", url)
        .put("repository_url", api)
        .put("labels_url", url + "/labels{/name}")
        .put("comments_url", url + "/comments")
        .put("events_url", url + "/events")
        .put("html_url", html + "/issues/" + number)
        .put("id", id)
        .put("node_id", "I_" + Long.toString(id, 36))
        .put("number", number)
        .put("title", title);
    json.set("user", user.json());
    json.putArray("labels");
    json.put("state", "open").put("locked", false).putNull("assignee");
    json.putArray("assignees");
    json.putNull("milestone")
        .put("comments", 0)
        .put("created_at", created.toString())
        .put("updated_at", updated.toString())
        .putNull("closed_at")
        .put("author_association", "CONTRIBUTOR")
        .putNull("active_lock_reason")
        .putNull("body")
        .putNull("closed_by")
        .put("timeline_url", url + "/timeline")
        .putNull("performed_via_github_app")
        .putNull("state_reason")
        .putNull("type");
    return json;
  }

  /** Makes a pull request of an issue, as far as the issues API shows it. */
  void markPullRequest(ObjectNode issue, boolean draft) {
    int number = issue.path("number").asInt();
    String path = "/pull/" + number;
    issue.put("html_url", html + path).put("draft", draft);
    issue
        .putObject("pull_request")
        .put("url", api + "/pulls/" + number)
        .put("html_url", html + path)
        .put("diff_url", html + path + ".diff")
        .put("patch_url", html + path + ".patch")
        .putNull("merged_at");
  }

  void addLabel(ObjectNode issue, SimulatedLabel label) {
    issue
        .withArray("labels")
        .addObject()
        .put("id", label.id())
        .put("node_id", "LA_" + Long.toString(label.id(), 36))
        .put("url", api + "/labels/" + label.name().replace(" ", "%20"))
        .put("name", label.name())
        .put("color", label.color())
        .put("default", label.isDefault())
        .put("description", label.description());
  }

  /** Lists do not say who closed an issue, so {@code closed_by} stays null. */
  void close(ObjectNode issue, Instant at) {
    issue.put("state", "closed").put("closed_at", at.toString()).put("state_reason", "completed");
  }
}
