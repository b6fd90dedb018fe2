package io.snowpull.packaging.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.ddl.deployment.GrantsScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a packaged application says of itself in its {@code app.json}: the names under which it is
 * deployed and installed, and what it asks its administrator for.
 */
public final class ApplicationModel {
  static final String FILE = "app.json";

  private static final String GRANTS = "grants.sql";

  private final Path folder;
  private final JsonNode root;

  private ApplicationModel(Path folder, JsonNode root) {
    this.folder = folder;
    this.root = root;
  }

  /** The model of the application in a package folder. */
  public static ApplicationModel read(Path folder) {
    try {
      return new ApplicationModel(folder, new ObjectMapper().readTree(text(folder, FILE)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no JSON: " + folder.resolve(FILE), e);
    }
  }

  private static String text(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + file + ": build the package first, with 'mvn -q package'", e);
    }
  }

  /** What its administrator runs. */
  GrantsScript grants() {
    return GrantsScript.parse(text(folder, GRANTS));
  }

  /** The application roles that people can be given, in the order they are declared. */
  public List<String> roles() {
    return grants().roles();
  }

  /** Name of the application, and of its installation unless another is chosen. */
  public SqlName name() {
    return name(root, "/name");
  }

  public SqlName version() {
    return name(root, "/version/name");
  }

  /** Where its jar is in the package, such as {@code lib/connector.jar}. */
  public String jar() {
    return root.at("/runtime/jar").asText().replaceFirst("^/", "");
  }

  /** Whether it has a page of its own. */
  public boolean hasPage() {
    return each("/streamlits").findAny().isPresent();
  }

  /** What it connects to, of which there is one. */
  Egress egress() {
    JsonNode connection = root.at("/connections/0");
    if (connection.isMissingNode()) {
      throw new DeploymentException("NO_CONNECTION", "the application declares no connection");
    }
    return new Egress(
        name(connection, "/networkRule"),
        name(connection, "/secrets/0/name"),
        name(connection, "/integration"),
        stream(connection.path("hosts")).map(JsonNode::asText).toList());
  }

  private Stream<JsonNode> each(String pointer) {
    return stream(root.at(pointer));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static SqlName name(JsonNode node, String pointer) {
    return SqlName.of(node.at(pointer).asText());
  }

  /**
   * @param hosts each {@code host:port}
   */
  record Egress(SqlName networkRule, SqlName secret, SqlName integration, List<String> hosts) {}
}
