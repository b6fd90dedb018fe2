package io.snowpull.local.engine.protocol;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.account.RunningAccount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryHistoryTest {

  private static final String MINE =
      "SELECT query_text, execution_status, error_code, query_tag, rows_produced"
          + " FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY_BY_SESSION(RESULT_LIMIT => 3))";

  @Test
  void listsWhatRanNewestFirstWithoutSecrets(@TempDir Path directory) throws SQLException {
    try (RunningAccount account = new RunningAccount(directory);
        Connection one = account.connect();
        Connection other = account.connect()) {
      run(one, "CREATE DATABASE d", "ALTER SESSION SET QUERY_TAG = 'nightly'");
      run(other, "SELECT 'from another session'");
      run(one, "CREATE SECRET s TYPE = GENERIC_STRING SECRET_STRING = 'hush'");
      assertThrows(SQLException.class, () -> run(one, "SELECT * FROM missing"));
      List<String> history = rows(one, MINE);
      assertEquals(MINE + "|RUNNING|null|nightly|null", history.get(0));
      assertEquals("SELECT * FROM missing|FAILED_WITH_ERROR|002003|nightly|null", history.get(1));
      assertEquals(
          "CREATE SECRET s TYPE = GENERIC_STRING SECRET_STRING = '☺'|SUCCESS|null|nightly|1",
          history.get(2).replaceFirst("SECRET_STRING = '[^']*'", "SECRET_STRING = '☺'"));
      assertEquals(
          List.of("1"),
          rows(
              one,
              "SELECT COUNT(*) FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY())"
                  + " WHERE query_text = 'SELECT ''from another session'''"));
      assertEquals(
          List.of("0"),
          rows(
              one,
              "SELECT COUNT(*) FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY("
                  + "END_TIME_RANGE_START => DATEADD('day', 1, CURRENT_TIMESTAMP())))"));
      assertEquals(
          List.of("0"),
          rows(
              one,
              "SELECT COUNT(*) FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY())"
                  + " WHERE query_text LIKE '%hush%' AND query_text LIKE 'CREATE%'"));
    }
  }
}
