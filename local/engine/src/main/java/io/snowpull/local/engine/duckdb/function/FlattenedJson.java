package io.snowpull.local.engine.duckdb.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a recursive FLATTEN.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/flatten
 */
final class FlattenedJson {

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

  private final String mode;
  private final List<@Nullable Object> rows = new ArrayList<>();

  private FlattenedJson(String mode) {
    this.mode = mode;
  }

  /**
   * A JSON array with one array [key, path, index, value, this] per element, parents before their
   * children.
   *
   * @param path the path of {@code json} itself, empty at the top
   * @param mode OBJECT, ARRAY or BOTH
   */
  static String recursive(String json, String path, String mode) {
    FlattenedJson flattened = new FlattenedJson(mode);
    flattened.walk(JsonText.read(json), path);
    return JsonText.write(flattened.rows);
  }

  private void walk(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (key, member) -> {
            String name = String.valueOf(key);
            String below = path + step(name, path.isEmpty());
            if (!mode.equals("ARRAY")) {
              rows.add(Arrays.asList(name, below, null, member, value));
            }
            walk(member, below);
          });
    } else if (value instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        String below = path + "[" + i + "]";
        if (!mode.equals("OBJECT")) {
          rows.add(Arrays.asList(null, below, BigDecimal.valueOf(i), array.get(i), value));
        }
        walk(array.get(i), below);
      }
    }
  }

  private static String step(String key, boolean first) {
    if (!PLAIN_KEY.matcher(key).matches()) {
      return "['" + key.replace("'", "\\'") + "']";
    }
    return first ? key : "." + key;
  }
}
