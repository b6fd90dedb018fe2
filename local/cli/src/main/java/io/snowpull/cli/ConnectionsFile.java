package io.snowpull.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
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
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    JsonNode table = read().path(connection);
    if (!table.isObject()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    table
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isValueNode()) {
                values.put(field.getKey(), field.getValue().asText());
              }
            });
    return Optional.of(new ConnectionSettings(connection, values));
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
