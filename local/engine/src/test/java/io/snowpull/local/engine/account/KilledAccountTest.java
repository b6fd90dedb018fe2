package io.snowpull.local.engine.account;

import static io.snowpull.local.engine.account.RunningAccount.rows;
import static io.snowpull.local.engine.account.RunningAccount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledAccountTest {

  @Test
  void losesNothingThatWasCommittedWhenItIsKilled(@TempDir Path directory) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalAccount.class.getName(),
                directory.toString(),
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Not closed: the driver would try for minutes to log out of the account that was killed.
    Connection doomed = connect(url(process), directory);
    run(
        doomed,
        "CREATE DATABASE k",
        "CREATE TABLE kept (n INT)",
        "INSERT INTO kept VALUES (1)",
        "CREATE ROLE r",
        "GRANT SELECT ON TABLE kept TO ROLE r",
        "CREATE TEMPORARY TABLE gone AS SELECT 1 AS n",
        "BEGIN",
        "INSERT INTO kept VALUES (2)");
    process.destroyForcibly().waitFor();
    try (RunningAccount again = new RunningAccount(directory);
        Connection connection = again.connect("db", "K")) {
      assertEquals(List.of("1"), rows(connection, "SELECT n FROM kept"));
      assertEquals(1, rows(connection, "SHOW TABLES").size());
      assertEquals(1, rows(connection, "SHOW GRANTS TO ROLE r").size());
    }
  }

  private static String url(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the account did not start");
    }
    return line;
  }

  private static Connection connect(String url, Path directory) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("user", Bootstrap.USER);
    properties.setProperty("password", Files.readString(directory.resolve("password")).trim());
    return DriverManager.getConnection(url, properties);
  }
}
