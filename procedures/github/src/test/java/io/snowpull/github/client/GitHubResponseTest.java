package io.snowpull.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitHubResponseTest {
  private static Optional<Instant> end(String header) {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("GitHub-Authentication-Token-Expiration", List.of(header)),
            (name, value) -> true);
    return new GitHubResponse(
            URI.create("https://api.github.com/"), 200, 1, "token", headers, new byte[0], 0)
        .tokenExpiresAt();
  }

  @Test
  void readsWhenTheTokenEnds() {
    assertEquals(
        Optional.of(Instant.parse("2026-01-31T12:30:00Z")), end("2026-01-31 12:30:00 UTC"));
    assertEquals(Optional.empty(), end("never"));
    assertEquals(Optional.empty(), end("2026-01-31 12:30:00 +0200"));
  }
}
