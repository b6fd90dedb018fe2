package io.snowpull.runtime.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private static List<SourceRecord> read(String page) throws IOException {
    ReadPage read = parts(page);
    assertEquals(List.of(), read.unreadable());
    return read.rows();
  }

  private static ReadPage parts(String page) throws IOException {
    return new PageReader("id", "updated_at").read(page.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsEveryByteOfARow() throws IOException {
    String first =
        "{\"user\":{\"id\":5,\"updated_at\":\"no\"}, \"id\":1 ,\"n\":12345678901234567890123.4567890123456789,"
            + "\"e\":1.50e400,\"new\":[[{\"id\":7}]],\"t\":\"é🎉\\u0000\\\"\",\"updated_at\":\"2019-10-04T12:00:00Z\"}";
    String second = "{\"updated_at\":\"2019-10-04T12:00:01Z\",\"id\":9223372036854775807}";
    List<SourceRecord> records = read(" [ " + first + " ,\n" + second + "]\n");
    assertEquals(List.of(first, second), records.stream().map(SourceRecord::json).toList());
    assertEquals(List.of(1L, Long.MAX_VALUE), records.stream().map(SourceRecord::id).toList());
    assertEquals(Instant.parse("2019-10-04T12:00:00Z"), records.get(0).updatedAt());
  }

  @Test
  void hashesTheContent() throws IOException {
    String page = "[{\"id\":1,\"updated_at\":\"2019-10-04T12:00:00Z\",\"x\":%s}]";
    String one = read(page.formatted("1")).get(0).contentHash();
    assertEquals(one, read(page.formatted("1")).get(0).contentHash());
    assertNotEquals(one, read(page.formatted("2")).get(0).contentHash());
    assertEquals(32, one.length());
  }

  @Test
  void takesAnEmptyPage() throws IOException {
    assertEquals(List.of(), read("[]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|It has no id, or one that is no whole number.",
        "{\"id\":1}|It has no updated_at.",
        "{\"id\":1,\"updated_at\":null}|It has no updated_at.",
        "{\"id\":\"1\",\"updated_at\":\"2019-10-04T12:00:00Z\"}|It has no id, or one that is no whole number.",
        "{\"id\":9223372036854775808,\"updated_at\":\"2019-10-04T12:00:00Z\"}|It has no id, or one that is no whole number.",
        "{\"id\":1,\"updated_at\":\"yesterday\"}|Its updated_at is 'yesterday', which is not a time.",
      })
  void setsAsideWhatIsNoRow(String object, String reason) throws IOException {
    String good = "{\"id\":5,\"updated_at\":\"2019-10-04T12:00:00Z\"}";
    ReadPage page = parts("[" + object + "," + good + "]");
    assertEquals(List.of(5L), page.rows().stream().map(SourceRecord::id).toList());
    assertEquals(object, page.unreadable().get(0).text());
    assertEquals(reason, page.unreadable().get(0).reason());
    assertEquals(1, parts("[" + object + "]").unreadable().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[",
        "[1]",
        "[{\"total\":1},{\"total\":2}]",
        "[{\"id\":1,\"updated_at\":\"2019-10-04T12:00:00Z\"}",
        "[{\"id\":1,\"updated_at\":\"2019-10-04T12:00:00Z\"}] []",
        "<html>",
      })
  void refusesAnythingElse(String page) {
    assertThrows(IOException.class, () -> read(page));
  }
}
