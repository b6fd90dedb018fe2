package io.snowpull.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the simulator sees it.
 *
 * @param path without the query
 * @param query decoded, in the order given; the last of equal names wins
 * @param headers names in lower case
 * @param token what the Authorization header carries after its scheme; null without one
 * @param body as text; empty for most
 * @param baseUrl scheme, host and port under which the simulator is reached
 * @param sequence 1 for the first request of this simulator
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String token,
    String body,
    String baseUrl,
    long sequence) {

  @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /** Tokens are credentials even here: they never show. */
  @Override
  public String toString() {
    return method + " " + path + query;
  }
}
