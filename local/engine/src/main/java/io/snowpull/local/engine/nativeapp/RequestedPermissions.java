package io.snowpull.local.engine.nativeapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a manifest asks the consumer for.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/native-apps/manifest-reference
 */
record RequestedPermissions(List<AccountPrivilege> privileges, List<ReferenceRequest> references) {

  /** A privilege on the account, its name in upper case. */
  record AccountPrivilege(String name, String description) {}

  /** An object of the consumer's that the application wants to use, its name in upper case. */
  record ReferenceRequest(
      String name,
      String label,
      String description,
      List<String> privileges,
      String objectType,
      boolean multiValued) {}

  static RequestedPermissions of(String manifest) {
    Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(manifest);
    List<AccountPrivilege> privileges = new ArrayList<>();
    List<ReferenceRequest> references = new ArrayList<>();
    for (Map<?, ?> entry : entries(document, "privileges")) {
      privileges.add(new AccountPrivilege(name(entry), description(entry)));
    }
    for (Map<?, ?> entry : entries(document, "references")) {
      references.add(reference(name(entry), body(entry)));
    }
    return new RequestedPermissions(privileges, references);
  }

  private static List<Map<?, ?>> entries(Object document, String key) {
    List<Map<?, ?>> entries = new ArrayList<>();
    if (document instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> named && !named.isEmpty()) {
          entries.add(named);
        }
      }
    }
    return entries;
  }

  private static String name(Map<?, ?> entry) {
    return String.valueOf(entry.keySet().iterator().next()).toUpperCase(Locale.ROOT);
  }

  private static Map<?, ?> body(Map<?, ?> entry) {
    return entry.values().iterator().next() instanceof Map<?, ?> body ? body : Map.of();
  }

  /** Snowflake's documents show the description inside the entry and beside it. */
  private static String description(Map<?, ?> entry) {
    return text(body(entry).containsKey("description") ? body(entry) : entry, "description");
  }

  private static ReferenceRequest reference(String name, Map<?, ?> body) {
    List<String> privileges = new ArrayList<>();
    if (body.get("privileges") instanceof List<?> list) {
      list.forEach(privilege -> privileges.add(String.valueOf(privilege)));
    }
    return new ReferenceRequest(
        name,
        text(body, "label"),
        text(body, "description"),
        List.copyOf(privileges),
        text(body, "object_type"),
        Boolean.parseBoolean(text(body, "multi_valued")));
  }

  private static String text(Map<?, ?> map, String key) {
    return Objects.toString(map.get(key), "");
  }
}
