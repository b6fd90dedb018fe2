package io.snowpull.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connections.toml: Snowflake's file of named connections, a table for each.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/snowflake-cli/connecting/configure-connections">Connections</a>
 */
record ConnectionsFile(Path path) {
  static final String NAME = "connections.toml";

  /** Empty when there is no such file or no such connection in it. */
  Optional<ConnectionSettings> find(String connection) throws IOException {
    return values(connection).map(values -> new ConnectionSettings(connection, values));
  }

  /** What stands in a table; empty when there is no such file or no such table in it. */
  Optional<Map<String, String>> values(String... table) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    JsonNode found = read();
    for (String step : table) {
      found = found.path(step);
    }
    if (!found.isObject()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    found
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isValueNode()) {
                values.put(field.getKey(), field.getValue().asText());
              }
            });
    return Optional.of(values);
  }

  Optional<Map<String, String>> valuesUnchecked(String... table) {
    try {
      return values(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The older file beside it, which holds connections among other things. */
  ConnectionsFile config() {
    return new ConnectionsFile(path.resolveSibling("config.toml"));
  }

  /** The parser's message is not passed on: it may quote a password. */
  private JsonNode read() throws IOException {
    try {
      return new TomlMapper().readTree(path.toFile());
    } catch (JsonProcessingException e) {
      throw new CommandException(
          path + " is not TOML, line " + e.getLocation().getLineNr() + ": mend or delete it");
    }
  }

  /** The user's own file: in SNOWFLAKE_HOME, or in ~/.snowflake. */
  static ConnectionsFile ofUser(Environment environment) {
    String home = environment.present("SNOWFLAKE_HOME");
    Path directory =
        home == null ? Path.of(System.getProperty("user.home"), ".snowflake") : Path.of(home);
    return new ConnectionsFile(directory.resolve(NAME));
  }
}
