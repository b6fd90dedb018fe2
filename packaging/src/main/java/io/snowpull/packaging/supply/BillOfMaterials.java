package io.snowpull.packaging.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The libraries in the application's jar, as the build wrote them in CycloneDX's JSON format
 * (https://cyclonedx.org/docs/1.6/json/).
 */
public record BillOfMaterials(List<Component> components) {

  /** Its name in the package. */
  public static final String FILE = "sbom.cdx.json";

  /**
   * Reads a bill of materials.
   *
   * @throws IOException when the file is missing, is not JSON, or is not CycloneDX
   */
  public static BillOfMaterials read(Path file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(Files.readString(file));
    if (!"CycloneDX".equals(root.path("bomFormat").asText())) {
      throw new IOException(
          file + " is no CycloneDX document: its bomFormat is " + root.path("bomFormat"));
    }
    List<Component> components = new ArrayList<>();
    components.add(component(root.path("metadata").path("component")));
    root.path("components").forEach(one -> components.add(component(one)));
    return new BillOfMaterials(List.copyOf(components));
  }

  /** Those that others wrote; the first component is the application itself. */
  public List<Component> libraries() {
    return components.stream().skip(1).filter(one -> !one.own()).toList();
  }

  private static Component component(JsonNode node) {
    List<String> licences = new ArrayList<>();
    for (JsonNode choice : node.path("licenses")) {
      JsonNode licence = choice.path("license");
      licences.add(
          choice.hasNonNull("expression")
              ? choice.path("expression").asText()
              : licence.path("id").asText(licence.path("name").asText()));
    }
    return new Component(
        node.path("group").asText(),
        node.path("name").asText(),
        node.path("version").asText(),
        List.copyOf(licences));
  }
}
