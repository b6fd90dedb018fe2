package io.snowpull.local.worker.protocol;

import java.util.Map;

/**
 * Where the worker opens its Snowpark session: a loopback URL ({@code http://127.0.0.1:8085}), a
 * user with a token that is good for one login, and further connection properties (DB, SCHEMA,
 * WAREHOUSE, ROLE).
 */
public record SessionTarget(String url, String user, String token, Map<String, String> properties) {
  public SessionTarget {
    properties = Map.copyOf(properties);
  }

  @Override
  public String toString() {
    return "SessionTarget[url=" + url + ", user=" + user + "]";
  }
}
