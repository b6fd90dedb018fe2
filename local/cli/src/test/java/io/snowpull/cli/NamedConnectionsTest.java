package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedConnectionsTest {
  @TempDir Path home;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void files() throws IOException {
    variables.put("SNOWFLAKE_HOME", home.toString());
    Files.writeString(
        home.resolve("connections.toml"),
        "[both]\naccount = \"of-connections\"\npassword = \"kept-secret\"\n");
    Files.writeString(
        home.resolve("config.toml"),
        "default_connection_name = \"older\"\n[connections.both]\naccount = \"of-config\"\n"
            + "[connections.older]\naccount = \"older-account\"\nuser = \"me\"\n");
  }

  @Test
  void theNewerFileGoesBeforeTheOlder() throws IOException {
    assertEquals("of-connections", require("both").values().get("account"));
    assertEquals("older-account", require("older").values().get("account"));
  }

  @Test
  void aVariableSetsAKeyOtherwiseAndCanMakeAConnectionAlone() throws IOException {
    variables.put("SNOWFLAKE_CONNECTIONS_OLDER_AUTHENTICATOR", "SNOWFLAKE_JWT");
    variables.put("SNOWFLAKE_CONNECTIONS_OLDER_USER", "somebody");
    assertEquals("SNOWFLAKE_JWT", require("older").values().get("authenticator"));
    assertEquals("somebody", require("older").values().get("user"));
    variables.put("SNOWFLAKE_CONNECTIONS_CI_ACCOUNT", "by-variable");
    assertEquals("by-variable", require("ci").values().get("account"));
  }

  @Test
  void oneThatIsNowhereIsNamedWithAllPlaces() {
    CommandException fault = assertThrows(CommandException.class, () -> require("production"));
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains("'production'"), message);
    assertTrue(message.contains("config.toml"), message);
    assertTrue(message.contains("SNOWFLAKE_CONNECTIONS_PRODUCTION_ACCOUNT"), message);
  }

  @Test
  void nothingSecretShows() throws IOException {
    assertFalse(require("both").toString().contains("kept-secret"));
  }

  private ConnectionSettings require(String name) throws IOException {
    return new NamedConnections(
            new ConnectionsFile(home.resolve("data/connections.toml")), variables::get)
        .require(name);
  }
}
