package io.snowpull.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * One connection of a connections.toml, opened with Snowflake's JDBC driver.
 *
 * @param name the table's name in the file
 * @param values as in the file
 * @see <a href="https://docs.snowflake.com/en/developer-guide/jdbc/jdbc-configure">JDBC driver</a>
 */
record ConnectionSettings(String name, Map<String, String> values) {
  private static final Set<String> IN_URL =
      Set.of("account", "host", "port", "protocol", "token_file_path");
  private static final int PROBE_MILLIS = 2_000;

  ConnectionSettings {
    values = Map.copyOf(values);
    if (!values.containsKey("host") && !values.containsKey("account")) {
      throw new CommandException("connection '" + name + "' has neither account nor host");
    }
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection(url(), properties());
  }

  /** What the JDBC driver is given, whatever way of logging in the connection names. */
  Properties properties() {
    Properties properties = new Properties();
    tokenOfFile().ifPresent(token -> properties.setProperty("token", token));
    values.forEach(
        (key, value) -> {
          if (!IN_URL.contains(key)) {
            properties.setProperty(driverName(key), value);
          }
        });
    if (values.containsKey("account")) {
      properties.setProperty("account", value("account", ""));
    }
    return properties;
  }

  /** The connectors read a token from a file; the JDBC driver is given it. */
  private Optional<String> tokenOfFile() {
    String file = values.get("token_file_path");
    if (file == null || values.containsKey("token")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException e) {
      throw new CommandException(
          "token_file_path of connection '" + name + "' cannot be read: " + file);
    }
  }

  String url() {
    String protocol = value("protocol", "https").toLowerCase(Locale.ROOT);
    return "jdbc:snowflake://"
        + (protocol.equals("http") ? "http://" : "")
        + host()
        + ":"
        + port(protocol);
  }

  /** Whether somebody listens there. */
  boolean isReachable() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(), portNumber()), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  int portNumber() {
    return Integer.parseInt(port(value("protocol", "https")));
  }

  private String host() {
    return value("host", value("account", "") + ".snowflakecomputing.com");
  }

  private String port(String protocol) {
    return value("port", protocol.equals("http") ? "80" : "443");
  }

  private String value(String key, String standard) {
    return values.getOrDefault(key, standard);
  }

  /** The file has the Python connector's names; the JDBC driver calls some of them otherwise. */
  private static String driverName(String key) {
    return switch (key) {
      case "private_key_path" -> "private_key_file";
      case "private_key_passphrase" -> "private_key_pwd";
      default -> key;
    };
  }

  /** Passwords and tokens never show. */
  @Override
  public String toString() {
    return "ConnectionSettings[" + name + "]";
  }
}
