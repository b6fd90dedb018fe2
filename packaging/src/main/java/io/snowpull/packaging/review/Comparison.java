package io.snowpull.packaging.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.snowpull.packaging.review.Change.Action;
import io.snowpull.packaging.review.Change.Weight;
import java.util.Map;
import java.util.TreeSet;

/** Walks the same list of two models, by name. */
final class Comparison {

  /** What is done with an element that both have. */
  interface Both {
    void compare(String name, JsonNode before, JsonNode after);
  }

  /** What is done with an element that one has. */
  interface One {
    void report(String name, JsonNode element);
  }

  private Comparison() {}

  static void walk(
      Map<String, JsonNode> before,
      Map<String, JsonNode> after,
      One added,
      One removed,
      Both both) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      JsonNode old = before.getOrDefault(name, MissingNode.getInstance());
      JsonNode now = after.getOrDefault(name, MissingNode.getInstance());
      if (old.isMissingNode()) {
        added.report(name, now);
      } else if (now.isMissingNode()) {
        removed.report(name, old);
      } else {
        both.compare(name, old, now);
      }
    }
  }

  /** Reports who gained and who lost a right, by a list of roles. */
  static void roles(
      Changes changes, String subject, String right, JsonNode before, JsonNode after) {
    for (String role : Model.without(after, before)) {
      changes.add(Weight.WIDENS, Action.CHANGED, subject, role + " gains " + right);
    }
    for (String role : Model.without(before, after)) {
      changes.add(Weight.NARROWS, Action.CHANGED, subject, role + " loses " + right);
    }
  }

  /** Reports a field whose text differs. */
  static void field(
      Changes changes,
      Weight weight,
      String subject,
      String what,
      JsonNode before,
      JsonNode after,
      String effect) {
    if (!before.equals(after)) {
      changes.add(
          weight,
          Action.CHANGED,
          subject,
          what + " " + shown(before) + " becomes " + shown(after) + effect);
    }
  }

  private static String shown(JsonNode value) {
    return value.isValueNode() ? "'" + value.asText() + "'" : value.toString();
  }
}
