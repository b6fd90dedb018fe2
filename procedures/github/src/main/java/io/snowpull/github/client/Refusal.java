package io.snowpull.github.client;

import io.snowpull.runtime.http.HttpAnswer;
import io.snowpull.runtime.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Turns an answer that is not a success into an error that says what to do. */
final class Refusal {
  private static final int MESSAGE_LENGTH = 300;

  private final String method;
  private final URI address;
  private final HttpAnswer answer;
  private final String message;
  private final Instant now;

  /**
   * @param body the body of the answer, decompressed
   */
  Refusal(String method, URI address, HttpAnswer answer, byte[] body, Instant now) {
    this.method = method;
    this.address = address;
    this.answer = answer;
    this.message = message(body);
    this.now = now;
  }

  GitHubException toException() {
    return method.equals("GET") ? ofResource() : ofApp();
  }

  /** The only thing that is posted is the wish for a token of an app. */
  private GitHubException ofApp() {
    return switch (answer.status()) {
      case 401 ->
          error(
              GitHubError.TOKEN_REJECTED,
              "GitHub does not accept the key of the GitHub App. Check that 'app_id' and"
                  + " 'private_key' in the secret belong together and that the key was not"
                  + " deleted.");
      case 404 ->
          error(
              GitHubError.TOKEN_REJECTED,
              "The GitHub App has no such installation. Check 'installation_id' in the secret: it is"
                  + " the number at the end of the address of the installation's settings.");
      default -> ofResource();
    };
  }

  private GitHubException ofResource() {
    return switch (answer.status()) {
      case 401 ->
          error(
              GitHubError.TOKEN_REJECTED,
              "GitHub does not accept the token: it is wrong, expired or revoked. Store a valid one"
                  + " with ALTER SECRET ... SET SECRET_STRING and call again.");
      case 403, 429 -> forbidden();
      case 404 ->
          error(
              GitHubError.NOT_FOUND,
              "GitHub knows no such repository, or the token may not see it. Check the spelling, and"
                  + " for a private repository give the token access to it with permission Issues:"
                  + " read.");
      case 410 ->
          error(
              GitHubError.ISSUES_DISABLED,
              "The repository has its issues disabled. Enable them in its settings on GitHub.");
      case 451 ->
          error(
              GitHubError.BLOCKED_FOR_LEGAL_REASONS,
              "GitHub has blocked the repository for legal reasons. Nothing can be read from it.");
      default ->
          answer.status() >= 500
              ? error(
                  GitHubError.SERVER_FAILED, "GitHub failed. The next run of the task tries again.")
              : error(GitHubError.REQUEST_REFUSED, "GitHub refused the request.");
    };
  }

  private GitHubException forbidden() {
    if (RateLimit.of(answer.headers()).remaining().orElse(1) == 0) {
      return limited(GitHubError.RATE_LIMIT_EXHAUSTED, "The token has no requests left this hour.");
    }
    boolean secondary =
        answer.status() == 429
            || answer.headers().firstValue("retry-after").isPresent()
            || message.toLowerCase(Locale.ROOT).contains("secondary rate")
            || message.toLowerCase(Locale.ROOT).contains("abuse detection");
    if (secondary) {
      return limited(
          GitHubError.SECONDARY_LIMIT_HIT, "GitHub asks for a pause: too many requests at once.");
    }
    return error(
        GitHubError.PERMISSION_MISSING,
        "The token may not read this. Give it permission Issues: read for the repository; where the"
            + " organization uses single sign-on, authorize the token for it.");
  }

  private GitHubException limited(GitHubError code, String text) {
    Duration wait = RetryAfter.of(answer.headers(), now);
    return new GitHubException(
        code,
        text
            + " It can go on in "
            + wait.toSeconds()
            + " s; the task's next run after that does."
            + where(),
        answer.status(),
        Optional.of(wait));
  }

  private GitHubException error(GitHubError code, String text) {
    return new GitHubException(
        code,
        text + where(),
        answer.status(),
        RetryAfter.fromHeader(
            answer.headers(), RetryAfter.date(answer.headers(), "date").orElse(now)));
  }

  private String where() {
    String requestId =
        answer.headers().firstValue("x-github-request-id").map(id -> ", request " + id).orElse("");
    return " ("
        + method
        + " "
        + address.getRawPath()
        + " answered "
        + answer.status()
        + (message.isEmpty() ? "" : " \"" + message + "\"")
        + requestId
        + ")";
  }

  /** What GitHub says for itself, on one line. */
  private static String message(byte[] body) {
    String text;
    try {
      text = Json.parse(new String(body, StandardCharsets.UTF_8)).path("message").asText("");
    } catch (IllegalArgumentException notJson) {
      return "";
    }
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= MESSAGE_LENGTH ? line : line.substring(0, MESSAGE_LENGTH) + "...";
  }
}
