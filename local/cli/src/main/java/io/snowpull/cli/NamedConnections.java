package io.snowpull.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Connections by name, where Snowflake's own tools look for them: {@code connections.toml}, then
 * {@code config.toml}; each key can be set, or set otherwise, by an environment variable {@code
 * SNOWFLAKE_CONNECTIONS_<NAME>_<KEY>}.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/snowflake-cli/connecting/configure-connections">Snowflake
 *     CLI: connections</a>
 */
final class NamedConnections {
  private static final List<String> KEYS =
      List.of(
          "account",
          "user",
          "password",
          "authenticator",
          "token",
          "token_file_path",
          "private_key_file",
          "private_key_path",
          "private_key_passphrase",
          "passcode",
          "role",
          "warehouse",
          "database",
          "schema",
          "host",
          "port",
          "protocol");

  private final ConnectionsFile own;
  private final Environment environment;

  /**
   * @param own the data directory's file, which goes before the user's
   */
  NamedConnections(ConnectionsFile own, Environment environment) {
    this.own = own;
    this.environment = environment;
  }

  ConnectionSettings require(String name) throws IOException {
    ConnectionsFile user = ConnectionsFile.ofUser(environment);
    ConnectionsFile config = user.config();
    Optional<Map<String, String>> found =
        own.values(name)
            .or(() -> user.valuesUnchecked(name))
            .or(() -> config.valuesUnchecked("connections", name));
    Map<String, String> values = new LinkedHashMap<>(found.orElse(Map.of()));
    for (String key : KEYS) {
      String set =
          environment.present(
              "SNOWFLAKE_CONNECTIONS_"
                  + name.toUpperCase(Locale.ROOT)
                  + "_"
                  + key.toUpperCase(Locale.ROOT));
      if (set != null) {
        values.put(key, set);
      }
    }
    if (values.isEmpty()) {
      throw new CommandException(
          "there is no connection '"
              + name
              + "' in "
              + own.path()
              + ", "
              + user.path()
              + " or "
              + config.path()
              + ", and no variable SNOWFLAKE_CONNECTIONS_"
              + name.toUpperCase(Locale.ROOT)
              + "_ACCOUNT");
    }
    return new ConnectionSettings(name, values);
  }
}
