package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code manifest.yml}; refuses what Snowflake would refuse. */
final class ManifestReader {
  private static final Set<String> CONFIGURABLE = Set.of("EXTERNAL ACCESS INTEGRATION", "SECRET");

  /**
   * @throws SnowflakeException that names the key at fault
   */
  Manifest read(String yaml) {
    YamlNode root;
    try {
      root = YamlNode.root(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    } catch (YAMLException e) {
      throw YamlNode.invalid("", "it is not YAML: " + e.getMessage());
    }
    int version = root.integer("manifest_version");
    if (version != 1 && version != 2) {
      throw YamlNode.invalid("manifest_version", "it must be 1 or 2, not " + version);
    }
    YamlNode artifacts = root.child("artifacts");
    return new Manifest(
        version,
        root.child("version").text("name").orElse(null),
        root.child("version").text("label").orElse(null),
        artifacts.text("setup_script").orElse("setup.sql"),
        artifacts.text("default_streamlit").orElse(null),
        privileges(root),
        references(root),
        events(root));
  }

  private static List<Manifest.TelemetryEvents> events(YamlNode root) {
    return root.child("configuration").named("telemetry_event_definitions").stream()
        .map(YamlNode.Named::node)
        .map(
            node ->
                new Manifest.TelemetryEvents(
                    node.required("type").toUpperCase(Locale.ROOT),
                    node.required("sharing").toUpperCase(Locale.ROOT)))
        .toList();
  }

  private static List<Manifest.Privilege> privileges(YamlNode root) {
    List<Manifest.Privilege> privileges = new ArrayList<>();
    for (YamlNode.Named entry : root.named("privileges")) {
      privileges.add(
          new Manifest.Privilege(
              entry.name().toUpperCase(Locale.ROOT), entry.node().text("description").orElse("")));
    }
    return privileges;
  }

  private static List<Manifest.Reference> references(YamlNode root) {
    List<Manifest.Reference> references = new ArrayList<>();
    for (YamlNode.Named entry : root.named("references")) {
      references.add(reference(entry));
    }
    return references;
  }

  private static Manifest.Reference reference(YamlNode.Named entry) {
    YamlNode node = entry.node();
    String type = node.required("object_type").toUpperCase(Locale.ROOT).replace('_', ' ');
    boolean multiValued = node.bool("multi_valued");
    if (CONFIGURABLE.contains(type) && node.text("configuration_callback").isEmpty()) {
      throw YamlNode.invalid(
          node.path() + ".configuration_callback", "a reference to a " + type + " needs it");
    }
    if (!CONFIGURABLE.contains(type) && node.text("configuration_callback").isPresent()) {
      throw YamlNode.invalid(
          node.path() + ".configuration_callback", "a reference to a " + type + " has none");
    }
    if (CONFIGURABLE.contains(type) && multiValued) {
      throw YamlNode.invalid(
          node.path() + ".multi_valued", "a reference to a " + type + " holds one object");
    }
    return new Manifest.Reference(
        entry.name().toUpperCase(Locale.ROOT),
        node.required("label"),
        node.required("description"),
        node.texts("privileges").stream().map(text -> text.toUpperCase(Locale.ROOT)).toList(),
        type,
        multiValued,
        node.required("register_callback"),
        node.text("configuration_callback").orElse(null),
        node.bool("required_at_setup"));
  }
}
