package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MainTest {
  private final RecordedTerminal recorded = new RecordedTerminal();

  @Test
  void bareCallSaysWhatThereIs() {
    assertEquals(0, run());
    for (String command : new String[] {"up", "sql", "simulate-github"}) {
      assertTrue(recorded.out().contains(command), recorded::out);
    }
  }

  @Test
  void wrongCommandLinesEndWith2() {
    assertEquals(2, run("up", "--nonsense"));
    assertEquals(2, run("simulate-github"));
    assertEquals(2, run("sql"));
    assertEquals(2, run("sql", "--format", "xml", "SELECT 1"));
    assertEquals("", recorded.out());
  }

  @Test
  void failuresAreOneLineOnStandardError() {
    assertEquals(1, run("up", "--github"));
    assertEquals("", recorded.out());
    assertEquals(
        "snowpull: --github needs a token: set GITHUB_TOKEN to one that may read the repository's"
            + " issues.\n",
        recorded.err());
  }

  @Test
  void unknownConnectionsAreNamedWithTheFilesThatWereRead() {
    assertEquals(1, run("sql", "-c", "elsewhere", "--data", "/nonexistent", "SELECT 1"));
    assertTrue(recorded.err().contains("'elsewhere'"), recorded::err);
    assertTrue(recorded.err().contains("/nonexistent/connections.toml"), recorded::err);
  }

  private int run(String... arguments) {
    return Main.run(arguments, recorded.terminal(), name -> null);
  }
}
