package io.snowpull.local.engine.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

  @ParameterizedTest
  @CsvSource({
    "9, 1970-01-01T00:00:00, 0.000000000",
    "0, 1970-01-01T00:00:01.9, 1",
    "3, 2024-01-02T03:04:05.123456789, 1704164645.123",
    "9, 2024-01-02T03:04:05.000000001, 1704164645.000000001",
    "9, 1969-12-31T23:59:59.300, -0.700000000",
    "0, 1969-12-31T23:59:59.300, -1",
  })
  void aTimestampIsSecondsSinceTheEpoch(int scale, String timestamp, String text) {
    assertEquals(text, CellText.of(type(scale), LocalDateTime.parse(timestamp)));
  }

  @Test
  void everyScaleCutsWhatASumOfDecimalsCuts() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long seconds = random.nextLong(-5_000_000_000L, 5_000_000_000L);
      int nanos = random.nextInt(1_000_000_000);
      int scale = random.nextInt(10);
      String expected =
          BigDecimal.valueOf(seconds)
              .add(BigDecimal.valueOf(nanos, 9))
              .setScale(scale, RoundingMode.FLOOR)
              .toPlainString();
      LocalDateTime timestamp = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
      assertEquals(expected, CellText.of(type(scale), timestamp));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "-7", "999999999999999999", "12345678901234567890123456789012345678", "1.50"})
  void aNumberIsItsDigits(String digits) {
    assertEquals(digits, CellText.of(type(9), new BigDecimal(digits)));
  }

  private static SnowflakeType type(int scale) {
    return new SnowflakeType.Timestamp(SnowflakeType.Timestamp.Zone.NTZ, scale);
  }
}
