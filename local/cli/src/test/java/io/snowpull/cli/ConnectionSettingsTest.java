package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import net.snowflake.client.core.SFSessionProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way of logging in, as it stands in a file of connections and as the driver is given it. */
class ConnectionSettingsTest {
  private static ConnectionSettings settings(String entries) {
    Map<String, String> values = new HashMap<>();
    values.put("account", "org-name");
    values.put("user", "me");
    for (String entry : entries.split(" ")) {
      values.put(entry.split("=")[0], entry.split("=")[1]);
    }
    return new ConnectionSettings("one", values);
  }

  @ParameterizedTest
  @CsvSource({
    // password
    "password=hush, password=hush",
    // key pair, with the names of the Snowflake CLI and of the Python connector
    "authenticator=SNOWFLAKE_JWT private_key_path=/k.p8 private_key_passphrase=hush,"
        + " authenticator=SNOWFLAKE_JWT private_key_file=/k.p8 private_key_pwd=hush",
    "authenticator=SNOWFLAKE_JWT private_key_file=/k.p8 private_key_file_pwd=hush,"
        + " authenticator=SNOWFLAKE_JWT private_key_file=/k.p8 private_key_file_pwd=hush",
    // OAuth token
    "authenticator=oauth token=hush, authenticator=oauth token=hush",
    // programmatic access token
    "authenticator=PROGRAMMATIC_ACCESS_TOKEN token=hush,"
        + " authenticator=PROGRAMMATIC_ACCESS_TOKEN token=hush",
    // browser, with the token kept for the next time
    "authenticator=externalbrowser client_store_temporary_credential=true,"
        + " authenticator=externalbrowser client_store_temporary_credential=true",
    // password and a second factor, with its token kept
    "authenticator=username_password_mfa password=hush client_request_mfa_token=true,"
        + " authenticator=username_password_mfa password=hush client_request_mfa_token=true",
    "database=D schema=S warehouse=W role=R, database=D schema=S warehouse=W role=R"
  })
  void theDriverIsGivenWhatItKnows(String entries, String expected) {
    Properties properties = settings(entries).properties();
    Map<String, String> given = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> given.put(key, properties.getProperty(key)));
    Map<String, String> all = new TreeMap<>(Map.of("account", "org-name", "user", "me"));
    for (String entry : expected.split(" ")) {
      all.put(entry.split("=")[0], entry.split("=")[1]);
    }
    assertEquals(all, given);
    for (String key : given.keySet()) {
      // Parameters of the session are no properties of the connection; the driver passes them on.
      assertTrue(isKnown(key) || key.startsWith("client_"), key + " is unknown to the driver");
    }
    assertFalse(settings(entries).toString().contains("hush"));
    assertEquals("jdbc:snowflake://org-name.snowflakecomputing.com:443", settings(entries).url());
  }

  private static boolean isKnown(String key) {
    return Arrays.stream(SFSessionProperty.values())
        .anyMatch(known -> known.getPropertyKey().equalsIgnoreCase(key));
  }

  @Test
  void aTokenMayBeInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "hush\n");
    String entries = "authenticator=PROGRAMMATIC_ACCESS_TOKEN token_file_path=";
    Properties properties = settings(entries + file).properties();
    assertEquals("hush", properties.getProperty("token"));
    assertFalse(properties.containsKey("token_file_path"));
    CommandException missing =
        assertThrows(CommandException.class, () -> settings(entries + folder + "/no").properties());
    assertTrue(
        String.valueOf(missing.getMessage()).contains("token_file_path of connection 'one'"));
  }
}
