package io.snowpull.ddl.recurring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StagedLoadTest {
  private final StagedLoad load = new StagedLoad(617210, Long.MAX_VALUE);

  @Test
  void statementsNameTheFolderOfThisLoadAlone() {
    String folder = "@STATE.STAGED_ROWS/617210/9223372036854775807/";
    assertEquals(folder + "rows.json.gz", load.file());
    assertEquals("REMOVE " + folder, load.remove());
    assertEquals("REMOVE @STATE.STAGED_ROWS/617210/", StagedLoad.removeLeft(617210));
    for (String statement : List.of(load.merge(), load.count())) {
      assertTrue(statement.contains("FROM " + folder), statement);
      assertFalse(statement.contains("NUMBER/"), statement);
    }
  }

  @Test
  void apartFromItTheStatementsAreThoseThatWereReviewed() {
    assertEquals(
        RecurringStatement.MERGE_STAGED.text(),
        load.merge().replace("617210/9223372036854775807", "SOURCE_NUMBER/LOAD_NUMBER"));
    assertEquals(
        chosen(RecurringStatement.MERGE_BATCH.text()),
        chosen(RecurringStatement.MERGE_STAGED.text()));
  }

  /** What follows the choice of where rows come from. */
  private static String chosen(String statement) {
    return statement.substring(statement.indexOf("QUALIFY"));
  }

  @Test
  void takesNoNumberThatIsNoStepOfAPath() {
    assertThrows(IllegalArgumentException.class, () -> new StagedLoad(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new StagedLoad(1, -1));
    assertThrows(IllegalArgumentException.class, () -> StagedLoad.removeLeft(-1));
  }
}
