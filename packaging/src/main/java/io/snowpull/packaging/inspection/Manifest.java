package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A manifest as maps and lists; what is absent is empty. */
record Manifest(Map<?, ?> root) {

  static Manifest read(Path file, Findings findings) throws IOException {
    try {
      Object loaded =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      if (loaded instanceof Map<?, ?> map) {
        return new Manifest(map);
      }
      findings.add("ManifestUnreadable", "manifest.yml", "is no map.");
    } catch (YAMLException e) {
      findings.add("ManifestUnreadable", "manifest.yml", "is no YAML: " + e.getMessage());
    }
    return new Manifest(Map.of());
  }

  /** The text at a path of keys; empty when it is absent. */
  String text(String... path) {
    Object value = root;
    for (String key : path) {
      value = value instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : "";
    }
    return value instanceof Map || value instanceof List ? "" : String.valueOf(value);
  }

  /** A list of one-key maps, such as privileges or references, as one map. */
  Map<String, Map<?, ?>> named(String key) {
    Map<String, Map<?, ?>> named = new LinkedHashMap<>();
    if (root.get(key) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Map<?, ?> map) {
          map.forEach(
              (name, value) ->
                  named.put(String.valueOf(name), value instanceof Map<?, ?> m ? m : Map.of()));
        }
      }
    }
    return named;
  }

  static List<String> texts(Map<?, ?> map, String key) {
    List<String> texts = new ArrayList<>();
    if (map.get(key) instanceof List<?> list) {
      list.forEach(one -> texts.add(String.valueOf(one)));
    }
    return texts;
  }
}
