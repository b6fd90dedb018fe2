package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Making and changing VARIANT values, as JSON text.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-semistructured
 */
final class JsonFunctions {

  private JsonFunctions() {}

  static List<JavaFunction> all() {
    return List.of(
        JavaFunction.strict("sf_parse_json", Kind.TEXT, List.of(Kind.TEXT), a -> parse(text(a[0]))),
        JavaFunction.strict(
            "sf_try_parse_json", Kind.TEXT, List.of(Kind.TEXT), a -> tryParse(text(a[0]))),
        JavaFunction.strict("sf_check_json", Kind.TEXT, List.of(Kind.TEXT), a -> check(text(a[0]))),
        JavaFunction.strict(
            "sf_object_of", Kind.TEXT, List.of(Kind.TEXT), a -> objectOf(text(a[0]))),
        JavaFunction.strict(
            "sf_json_path", Kind.TEXT, List.of(Kind.TEXT), a -> JsonPath.duckdb(text(a[0]))),
        JavaFunction.texts("sf_object", Kind.TEXT, a -> object(a, false)),
        JavaFunction.texts("sf_object_keep_null", Kind.TEXT, a -> object(a, true)),
        JavaFunction.texts("sf_array", Kind.TEXT, JsonFunctions::array),
        JavaFunction.nullable(
            "sf_object_insert",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.BOOLEAN),
            JsonFunctions::insert),
        JavaFunction.texts("sf_object_delete", Kind.TEXT, a -> select(a, false)),
        JavaFunction.texts("sf_object_pick", Kind.TEXT, a -> select(a, true)),
        JavaFunction.strict(
            "sf_flatten_recursive",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT),
            a -> FlattenedJson.recursive(text(a[0]), text(a[1]), text(a[2]))));
  }

  static String text(@Nullable Object argument) {
    return String.valueOf(argument);
  }

  private static @Nullable String parse(String text) {
    return text.isBlank() ? null : JsonText.write(JsonText.read(text));
  }

  private static @Nullable String tryParse(String text) {
    try {
      return parse(text);
    } catch (SnowflakeException invalid) {
      return null;
    }
  }

  private static String object(@Nullable Object[] arguments, boolean keepNull) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      Object key = arguments[i];
      Object value = arguments[i + 1];
      if (key == null || (value == null && !keepNull)) {
        continue;
      }
      if (object.containsKey(key.toString())) {
        throw duplicateKey(key.toString());
      }
      object.put(key.toString(), value == null ? null : JsonText.read(value.toString()));
    }
    return JsonText.write(object);
  }

  /** NULL if the text is JSON, else what is wrong with it. */
  private static @Nullable String check(String text) {
    try {
      parse(text);
      return null;
    } catch (SnowflakeException invalid) {
      return invalid.message();
    }
  }

  /** OBJECT_AGG: pairs of key and JSON text. */
  private static String objectOf(String pairs) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    if (JsonText.read(pairs) instanceof List<?> list) {
      for (Object pair : list) {
        List<?> both = (List<?>) java.util.Objects.requireNonNull(pair);
        String key = String.valueOf(both.get(0));
        if (object.containsKey(key)) {
          throw duplicateKey(key);
        }
        object.put(key, JsonText.read(String.valueOf(both.get(1))));
      }
    }
    return JsonText.write(object);
  }

  private static String array(@Nullable Object[] arguments) {
    List<@Nullable Object> array = new ArrayList<>();
    for (Object argument : arguments) {
      array.add(argument == null ? null : JsonText.read(argument.toString()));
    }
    return JsonText.write(array);
  }

  /** Arguments: object, key, value or NULL, whether to replace. */
  private static @Nullable String insert(@Nullable Object[] arguments) {
    if (arguments[0] == null || arguments[1] == null) {
      return null;
    }
    Map<String, @Nullable Object> object = members(text(arguments[0]));
    String key = text(arguments[1]);
    if (object.containsKey(key) && !Boolean.TRUE.equals(arguments[3])) {
      throw duplicateKey(key);
    }
    if (arguments[2] == null) {
      object.remove(key);
    } else {
      object.put(key, JsonText.read(text(arguments[2])));
    }
    return JsonText.write(object);
  }

  private static @Nullable String select(@Nullable Object[] arguments, boolean keep) {
    if (arguments[0] == null) {
      return null;
    }
    List<String> keys = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i] != null) {
        keys.add(text(arguments[i]));
      }
    }
    Map<String, @Nullable Object> object = members(text(arguments[0]));
    object.keySet().removeIf(key -> keys.contains(key) != keep);
    return JsonText.write(object);
  }

  private static Map<String, @Nullable Object> members(String json) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    if (JsonText.read(json) instanceof Map<?, ?> members) {
      members.forEach((key, value) -> object.put(String.valueOf(key), value));
      return object;
    }
    throw SnowflakeException.failedVariantCast(json, "OBJECT");
  }

  private static SnowflakeException duplicateKey(String key) {
    return new SnowflakeException("100068", "22000", "Duplicate field key '" + key + "'");
  }
}
