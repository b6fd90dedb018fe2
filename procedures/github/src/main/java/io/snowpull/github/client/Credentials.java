package io.snowpull.github.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The credentials that a connector has, of which each request takes one. Thread-safe. */
public final class Credentials {
  private final List<Credential> all;
  private final InstantSource clock;
  private final Map<Credential, RateLimit> known = new HashMap<>();
  private int turn;

  Credentials(List<Credential> all, InstantSource clock) {
    this.all = List.copyOf(all);
    this.clock = clock;
  }

  public static Credentials of(Credential only, InstantSource clock) {
    return new Credentials(List.of(only), clock);
  }

  /**
   * Reads a secret: one token, several with commas or line breaks between them, or a GitHub App as
   * a JSON object with {@code app_id}, {@code installation_id} and {@code private_key}.
   *
   * @throws GitHubException TOKEN_INVALID when it is none of these; the error shows nothing of it
   */
  public static Credentials parse(String secret, InstantSource clock) {
    String text = secret.strip();
    if (text.startsWith("{")) {
      return of(app(text, clock), clock);
    }
    List<Credential> tokens = new ArrayList<>();
    Arrays.stream(text.split("[,\n]+"))
        .filter(part -> !part.isBlank())
        .forEach(part -> tokens.add(new StoredToken(Token.of(part))));
    if (tokens.isEmpty()) {
      tokens.add(new StoredToken(Token.of("")));
    }
    return new Credentials(tokens, clock);
  }

  private static Credential app(String text, InstantSource clock) {
    JsonNode json;
    try {
      json = Json.parse(text);
    } catch (IllegalArgumentException e) {
      // Not chained: the parser's message shows a part of the secret.
      throw notAnApp("it is not JSON");
    }
    JsonNode app = json.path("app_id");
    JsonNode installation = json.path("installation_id");
    if (!app.isTextual() && !app.isIntegralNumber()) {
      throw notAnApp("it has no app_id");
    }
    if (!installation.asText().matches("[0-9]{1,18}")) {
      throw notAnApp("it has no installation_id that is a whole number");
    }
    if (!json.path("private_key").isTextual()) {
      throw notAnApp("it has no private_key");
    }
    return new AppInstallation(
        app.asText(),
        Long.parseLong(installation.asText()),
        PrivateKeys.read(json.path("private_key").textValue()),
        clock);
  }

  private static GitHubException notAnApp(String why) {
    return GitHubException.of(
        GitHubError.TOKEN_INVALID,
        "The secret looks like a GitHub App, but "
            + why
            + ". Store {\"app_id\": ..., \"installation_id\": ..., \"private_key\": \"-----BEGIN ...\"} or a"
            + " bare token.");
  }

  int size() {
    return all.size();
  }

  /**
   * The credential for the next request: the one with the most requests left, and of those that are
   * equal the one whose turn it is.
   */
  synchronized Credential leastUsed() {
    turn++;
    Credential best = all.get(turn % all.size());
    for (int i = 1; i < all.size(); i++) {
      Credential other = all.get((turn + i) % all.size());
      if (remaining(other) > remaining(best)) {
        best = other;
      }
    }
    return best;
  }

  /** The credential with a token of this fingerprint that has requests left. */
  synchronized Optional<Credential> withFingerprint(String fingerprint) {
    return all.stream()
        .filter(
            credential ->
                credential instanceof StoredToken stored
                    && stored.token().fingerprint().equals(fingerprint)
                    && remaining(credential) > 0)
        .findFirst();
  }

  synchronized void learn(Credential credential, RateLimit limit) {
    if (limit.remaining().isPresent()) {
      known.put(credential, limit);
    }
  }

  /** Whether another request may go out now, with whatever credential. */
  synchronized boolean haveRequestsLeft() {
    return all.stream().anyMatch(credential -> remaining(credential) > 0);
  }

  /** Requests left, as far as known; a limit that has been reset since is full again. */
  private long remaining(Credential credential) {
    RateLimit limit = known.get(credential);
    if (limit == null) {
      return Long.MAX_VALUE;
    }
    Instant now = clock.instant();
    boolean reset = limit.resetAt().filter(at -> !now.isBefore(at)).isPresent();
    return reset ? limit.limit().orElse(Long.MAX_VALUE) : limit.remaining().orElse(Long.MAX_VALUE);
  }
}
