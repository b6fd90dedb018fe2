package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsFileTest {
  @TempDir Path directory;

  @Test
  void readsConnectionsByName() throws IOException {
    ConnectionsFile file =
        file(
            """
            [local]
            account = "local"
            host = "127.0.0.1"
            port = 8085
            protocol = "http"
            password = "private"

            [prod]
            account = "org-name"
            """);
    ConnectionSettings local = file.find("local").orElseThrow();
    assertEquals("jdbc:snowflake://http://127.0.0.1:8085", local.url());
    assertEquals(8085, local.portNumber());
    assertFalse(local.toString().contains("private"));
    assertEquals(
        "jdbc:snowflake://org-name.snowflakecomputing.com:443",
        file.find("prod").orElseThrow().url());
    assertTrue(file.find("other").isEmpty());
    assertTrue(new ConnectionsFile(directory.resolve("none.toml")).find("local").isEmpty());
  }

  @Test
  void faultyFilesAreNamedButNotQuoted() throws IOException {
    ConnectionsFile file = file("[local]\npassword = private\n");
    var fault = assertThrows(CommandException.class, () -> file.find("local"));
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains("line 2"), message);
    assertFalse(message.contains("private"), message);
  }

  @Test
  void connectionsThatLeadNowhereAreRefused() throws IOException {
    ConnectionsFile file = file("[local]\nuser = \"a\"\n");
    assertThrows(CommandException.class, () -> file.find("local"));
  }

  private ConnectionsFile file(String content) throws IOException {
    return new ConnectionsFile(Files.writeString(directory.resolve(ConnectionsFile.NAME), content));
  }
}
