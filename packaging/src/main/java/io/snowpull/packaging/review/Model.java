package io.snowpull.packaging.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The generated model of an application, {@code app.json}. */
record Model(JsonNode root) {

  static Model read(String json) throws IOException {
    return new Model(new ObjectMapper().readTree(json));
  }

  String text(String pointer) {
    return root.at(pointer).asText("");
  }

  /** The elements of a list by a key made of each. */
  Map<String, JsonNode> by(String pointer, Function<JsonNode, String> key) {
    Map<String, JsonNode> elements = new TreeMap<>();
    root.at(pointer).forEach(element -> elements.put(key.apply(element), element));
    return elements;
  }

  Map<String, JsonNode> named(String pointer) {
    return by(pointer, element -> element.path("name").asText());
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** What the first list has and the second has not. */
  static List<String> without(JsonNode list, JsonNode other) {
    TreeSet<String> left = new TreeSet<>(texts(list));
    left.removeAll(texts(other));
    return List.copyOf(left);
  }
}
