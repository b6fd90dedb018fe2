package io.snowpull.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          retry-after=5                                                                    | 5
          retry-after=Thu, 01 Jan 2026 00:00:30 GMT                                         | 30
          retry-after=Thu, 01 Jan 2026 00:10:30 GMT;date=Thu, 01 Jan 2026 00:10:00 GMT      | 30
          retry-after=Wed, 31 Dec 2025 00:00:00 GMT                                         | 0
          retry-after=soon                                                                  | 60
          retry-after=99999999999999                                                        | 86400
          retry-after=-4                                                                    | 0
          retry-after=7;x-ratelimit-remaining=0;x-ratelimit-reset=1767225700                | 7
          x-ratelimit-remaining=0;x-ratelimit-reset=1767225700                              | 100
          x-ratelimit-remaining=1;x-ratelimit-reset=1767225700                              | 60
          x-ratelimit-remaining=0                                                           | 60
          """)
  void followsGitHubsOrder(String headers, long seconds) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (String header : headers.split(";", -1)) {
      String[] parts = header.split("=", 2);
      map.put(parts[0], List.of(parts[1]));
    }
    assertEquals(
        Duration.ofSeconds(seconds), RetryAfter.of(HttpHeaders.of(map, (n, v) -> true), NOW));
  }
}
