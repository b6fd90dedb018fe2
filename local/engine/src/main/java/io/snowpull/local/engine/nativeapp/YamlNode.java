package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping in the manifest, with its path for messages; empty where the key is absent. */
record YamlNode(String path, Map<?, ?> entries) {

  /** One entry of a list of {@code - name: {...}}. */
  record Named(String name, YamlNode node) {}

  static YamlNode root(@Nullable Object loaded) {
    if (loaded instanceof Map<?, ?> map) {
      return new YamlNode("", map);
    }
    throw invalid("", "it must hold keys and values");
  }

  YamlNode child(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return new YamlNode(at(key), Map.of());
    }
    if (value instanceof Map<?, ?> map) {
      return new YamlNode(at(key), map);
    }
    throw invalid(at(key), "it must hold keys and values");
  }

  Optional<String> text(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      throw invalid(at(key), "it must be a text");
    }
    return Optional.of(value.toString());
  }

  String required(String key) {
    return text(key).orElseThrow(() -> invalid(at(key), "it is required"));
  }

  int integer(String key) {
    if (entries.get(key) instanceof Integer number) {
      return number;
    }
    throw invalid(at(key), "it is required and must be a whole number");
  }

  boolean bool(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw invalid(at(key), "it must be true or false");
  }

  List<String> texts(String key) {
    Object value = entries.get(key);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw invalid(at(key), "it is required and must be a list");
  }

  /**
   * A list whose elements are {@code - NAME:} with properties below it, at either of the two
   * indentations that Snowflake's documentation shows.
   */
  List<Named> named(String key) {
    Object value = entries.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw invalid(at(key), "it must be a list");
    }
    List<Named> named = new ArrayList<>();
    for (Object element : list) {
      named.add(named(at(key), element));
    }
    return named;
  }

  private static Named named(String path, @Nullable Object element) {
    if (element instanceof String name) {
      return new Named(name, new YamlNode(path + "." + name, Map.of()));
    }
    if (!(element instanceof Map<?, ?> map) || map.isEmpty()) {
      throw invalid(path, "each element must be a name with properties");
    }
    Map.Entry<?, ?> first = map.entrySet().iterator().next();
    String name = String.valueOf(first.getKey());
    return new Named(
        name,
        new YamlNode(
            path + "." + name, first.getValue() instanceof Map<?, ?> nested ? nested : map));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Source of the code: what CREATE APPLICATION and ADD VERSION answer for a bad manifest. */
  static SnowflakeException invalid(String path, String problem) {
    return new SnowflakeException(
        "093007",
        "22023",
        "Invalid manifest.yml"
            + (path.isEmpty() ? "" : ", key '" + path + "'")
            + ": "
            + problem
            + ".");
  }
}
