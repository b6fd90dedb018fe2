package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** GitHub's error answers, in GitHub's words. */
final class GitHubErrors {
  private static final String DOCS = "https://docs.github.com/rest";
  private static final String ISSUES_DOCS = DOCS + "/issues/issues#list-repository-issues";

  private GitHubErrors() {}

  static Response notFound() {
    return error(404, "Not Found", DOCS);
  }

  static Response badCredentials() {
    return error(401, "Bad credentials", DOCS);
  }

  static Response issueDeleted() {
    return error(410, "This issue was deleted", DOCS + "/issues/issues#get-an-issue");
  }

  static Response unsupportedVersion(String version) {
    return error(
        400,
        "Version " + version + " is not a supported API version. Use 2022-11-28.",
        DOCS + "/about-the-rest-api/api-versions");
  }

  /** https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api */
  static Response userAgentRequired() {
    byte[] text =
        ("Request forbidden by administrative rules. Please make sure your request has a"
                + " User-Agent header.\r\n")
            .getBytes(StandardCharsets.UTF_8);
    return new Response(403, Map.of("Content-Type", "text/plain"), text);
  }

  static Response rateLimitExceeded() {
    return error(403, "API rate limit exceeded.", DOCS + "/overview/rate-limits-for-the-rest-api");
  }

  static Response secondaryLimit(Duration wait) {
    return error(
            403,
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try"
                + " again.",
            DOCS + "/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits")
        .with("Retry-After", Long.toString(wait.toSeconds()));
  }

  static Response movedPermanently(String location) {
    ObjectNode body =
        body(301, "Moved Permanently", DOCS + "/guides/best-practices-for-integrators");
    body.put("url", location);
    return response(301, body).with("Location", location);
  }

  static Response invalid(InvalidParameterException fault) {
    ObjectNode body = body(422, "Validation Failed", ISSUES_DOCS);
    body.putArray("errors")
        .addObject()
        .put("resource", "Issue")
        .put("field", fault.field())
        .put("value", fault.value())
        .put("code", "invalid");
    return response(422, body);
  }

  static Response pageTooFar() {
    return error(
        422,
        "Pagination with the page parameter is not supported for large datasets, please use cursor"
            + " based pagination (after/before)",
        ISSUES_DOCS);
  }

  private static Response error(int status, String message, String documentation) {
    return response(status, body(status, message, documentation));
  }

  private static ObjectNode body(int status, String message, String documentation) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("message", message)
        .put("documentation_url", documentation)
        .put("status", Integer.toString(status));
  }

  private static Response response(int status, ObjectNode body) {
    return new Response(status, Map.of(), body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
