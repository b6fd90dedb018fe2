package io.snowpull.packaging.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  private final JsonNode root;

  private ApplicationModel(JsonNode root) {
    this.root = root;
  }

  /** The model of the application in a package folder. */
  public static ApplicationModel read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return new ApplicationModel(new ObjectMapper().readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + file + ": build the package first, with 'mvn -q package'", e);
    }
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

  /** Privileges on the account, such as {@code EXECUTE TASK}, in the order they are declared. */
  List<String> privileges() {
    return each("/privileges").map(one -> one.path("privilege").asText()).toList();
  }

  /** References to warehouses: the application runs its tasks on what is bound to them. */
  List<Reference> warehouses() {
    return each("/references")
        .filter(one -> "WAREHOUSE".equals(one.path("objectType").asText()))
        .map(Reference::of)
        .toList();
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
   * @param callback the procedure that registers what is bound to it, with its schema
   */
  record Reference(String name, String type, List<String> privileges, List<String> callback) {
    static Reference of(JsonNode node) {
      return new Reference(
          node.path("name").asText(),
          node.path("objectType").asText(),
          stream(node.path("privileges")).map(JsonNode::asText).toList(),
          List.of(node.path("registerCallback").asText().split("\\.", -1)));
    }
  }

  /**
   * @param hosts each {@code host:port}
   */
  record Egress(SqlName networkRule, SqlName secret, SqlName integration, List<String> hosts) {}
}
