package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A GitHub user as issues show it. */
record SimulatedUser(String login, long id) {
  private static final String[] FIRST = {
    "ada", "bo", "chen", "dara", "emil", "fay", "gus", "hana", "ivo", "june", "kofi", "lena"
  };
  private static final String[] SECOND = {
    "adler", "brook", "castro", "dunn", "eriksen", "fox", "gray", "holm", "iyer", "jansen"
  };

  static SimulatedUser numbered(int number) {
    String login =
        FIRST[number % FIRST.length] + "-" + SECOND[number / FIRST.length % SECOND.length];
    int round = number / (FIRST.length * SECOND.length);
    return new SimulatedUser(round == 0 ? login : login + round, 1_000_000L + number * 37L);
  }

  static SimulatedUser named(String login, long id) {
    return new SimulatedUser(login, id);
  }

  ObjectNode json() {
    String api = "https://api.github.com/users/" + login;
    return JsonNodeFactory.instance
        .objectNode()
        .put("login", login)
        .put("id", id)
        .put("node_id", "MDQ6VXNlcj" + Long.toString(id, 36))
        .put("avatar_url", "https://avatars.githubusercontent.com/u/" + id + "?v=4")
        .put("gravatar_id", "")
        .put("url", api)
        .put("html_url", "https://github.com/" + login)
        .put("followers_url", api + "/followers")
        .put("following_url", api + "/following{/other_user}")
        .put("gists_url", api + "/gists{/gist_id}")
        .put("starred_url", api + "/starred{/owner}{/repo}")
        .put("subscriptions_url", api + "/subscriptions")
        .put("organizations_url", api + "/orgs")
        .put("repos_url", api + "/repos")
        .put("events_url", api + "/events{/privacy}")
        .put("received_events_url", api + "/received_events")
        .put("type", "User")
        .put("user_view_type", "public")
        .put("site_admin", false);
  }
}
