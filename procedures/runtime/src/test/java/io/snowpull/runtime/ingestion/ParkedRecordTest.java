package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParkedRecordTest {
  private static ParkedRecord record(String text) {
    return new ParkedRecord(Optional.of(1L), Optional.empty(), "ab12", text, "No.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u00e9", "\u20ac", "\uD83C\uDF89"})
  void keepsWhatAColumnHolds(String character) {
    int bytes = character.getBytes(StandardCharsets.UTF_8).length;
    String most = character.repeat(ParkedRecord.MOST_BYTES / bytes);
    assertEquals(most, record(most).text());
    assertEquals("No.", record(most).reason());

    ParkedRecord cut = record(most + character);
    assertEquals(most, cut.text());
    assertEquals("No. Its first " + most.length() + " characters are kept.", cut.reason());
    String shifted = record("y" + most).text();
    assertTrue(shifted.getBytes(StandardCharsets.UTF_8).length <= ParkedRecord.MOST_BYTES);
    assertTrue(most.startsWith(shifted.substring(1)));
  }
}
