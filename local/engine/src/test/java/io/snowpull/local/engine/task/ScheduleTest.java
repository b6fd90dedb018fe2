package io.snowpull.local.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.result.SnowflakeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 MINUTES|2026-11-24T23:05:00Z|2026-11-24T23:35:00Z",
        "30 minute|2026-11-24T23:05:00Z|2026-11-24T23:35:00Z",
        "10 seconds|2026-11-24T23:05:00Z|2026-11-24T23:05:10Z",
        "2 h|2026-11-24T23:05:00Z|2026-11-25T01:05:00Z",
        "5m|2026-11-24T23:05:00Z|2026-11-24T23:10:00Z",
        "USING CRON 0 * * * * UTC|2026-11-24T23:05:00Z|2026-11-25T00:00:00Z",
        "USING CRON 0 9-17/4 * * MON-FRI UTC|2026-11-27T17:00:00Z|2026-11-30T09:00:00Z",
        "USING CRON */15 2 * * * UTC|2026-11-24T02:15:00Z|2026-11-24T02:30:00Z",
        "USING CRON 0 0 L * * UTC|2026-02-10T00:00:00Z|2026-02-28T00:00:00Z",
        "USING CRON 0 0 * * 5L UTC|2026-11-01T00:00:00Z|2026-11-27T00:00:00Z",
        "USING CRON 0 0 1 * SUN UTC|2026-11-24T00:00:00Z|2026-11-29T00:00:00Z",
        "USING CRON 30 2 * JAN,DEC * America/Los_Angeles|2026-11-24T00:00:00Z|2026-12-01T10:30:00Z",
        "USING CRON 30 2 * * * Europe/Berlin|2026-03-28T12:00:00Z|2026-03-29T01:30:00Z",
      })
  void findsTheNextTime(String text, Instant after, Instant next) {
    assertEquals(next, Schedule.parse(text).next(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "5 SECONDS",
        "9 DAYS",
        "0 MINUTES",
        "30",
        "USING CRON * * * * UTC",
        "USING CRON 60 * * * * UTC",
        "USING CRON * * * * * Nowhere/City",
        "USING CRON * * 0 * * UTC",
        "USING CRON * * * * 7 UTC",
        "USING CRON 5-1 * * * * UTC",
        "USING CRON */0 * * * * UTC"
      })
  void refusesWhatIsNoSchedule(String text) {
    SnowflakeException refusal = assertThrows(SnowflakeException.class, () -> Schedule.parse(text));
    assertTrue(refusal.message().contains("'" + text + "'"), refusal.message());
  }
}
