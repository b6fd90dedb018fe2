package io.snowpull.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeterminismTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @Test
  void theOrderOfTheSourcesChangesNoByte() throws IOException {
    Path base = CASES.resolve("_base");
    Path input = CASES.resolve("connector/input");
    Map<String, String> expected = Compiled.of(base, input);
    assertEquals(7, expected.size());
    for (long seed = 1; seed <= 5; seed++) {
      assertEquals(expected, Compiled.shuffled(base, input, seed));
    }
  }
}
