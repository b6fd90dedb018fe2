package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Body;
import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Functions of ARRAY values, as JSON text.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-semistructured
 */
final class ArrayFunctions {

  private static final Comparator<Object> ORDER =
      Comparator.comparing((Object value) -> value instanceof BigDecimal ? 0 : 1)
          .thenComparing(
              (a, b) ->
                  a instanceof BigDecimal x && b instanceof BigDecimal y
                      ? x.compareTo(y)
                      : JsonText.write(a).compareTo(JsonText.write(b)));

  private ArrayFunctions() {}

  static List<JavaFunction> all() {
    return List.of(
        JavaFunction.texts("sf_array_compact", Kind.TEXT, ArrayFunctions::compact),
        strict("sf_array_append", (array, a) -> append(array, array.size(), a[1]), Kind.TEXT),
        strict("sf_array_prepend", (array, a) -> append(array, 0, a[1]), Kind.TEXT),
        strict("sf_array_distinct", (array, a) -> new ArrayList<>(new LinkedHashSet<>(array))),
        strict("sf_array_slice", ArrayFunctions::slice, Kind.LONG, Kind.LONG),
        strict("sf_array_insert", ArrayFunctions::insert, Kind.LONG, Kind.TEXT),
        strict("sf_array_remove", ArrayFunctions::remove, Kind.TEXT),
        strict("sf_array_remove_at", ArrayFunctions::removeAt, Kind.LONG),
        strict("sf_array_intersection", (array, a) -> intersection(array, list(a[1])), Kind.TEXT),
        strict("sf_array_except", (array, a) -> except(array, list(a[1])), Kind.TEXT),
        strict("sf_array_sort", ArrayFunctions::sort, Kind.BOOLEAN),
        JavaFunction.strict(
            "sf_array_extreme",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.BOOLEAN),
            a -> extreme(list(a[0]), Boolean.TRUE.equals(a[1]))));
  }

  private interface Change {
    List<@Nullable Object> apply(List<@Nullable Object> array, @Nullable Object[] arguments);
  }

  private static JavaFunction strict(String name, Change change, Kind... more) {
    List<Kind> parameters = new ArrayList<>(List.of(Kind.TEXT));
    parameters.addAll(Arrays.asList(more));
    Body body = a -> JsonText.write(change.apply(list(a[0]), a));
    return JavaFunction.strict(name, Kind.TEXT, parameters, body);
  }

  private static List<@Nullable Object> list(@Nullable Object json) {
    Object value = JsonText.read(String.valueOf(json));
    if (value instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw SnowflakeException.failedVariantCast(String.valueOf(json), "ARRAY");
  }

  private static String compact(@Nullable Object[] arguments) {
    List<@Nullable Object> array = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument != null) {
        array.add(JsonText.read(argument.toString()));
      }
    }
    return JsonText.write(array);
  }

  private static List<@Nullable Object> append(
      List<@Nullable Object> array, int at, @Nullable Object json) {
    array.add(at, JsonText.read(String.valueOf(json)));
    return array;
  }

  private static List<@Nullable Object> slice(
      List<@Nullable Object> array, @Nullable Object[] arguments) {
    int from = position(arguments[1], array.size());
    int to = position(arguments[2], array.size());
    return from >= to ? new ArrayList<>() : new ArrayList<>(array.subList(from, to));
  }

  private static List<@Nullable Object> insert(
      List<@Nullable Object> array, @Nullable Object[] arguments) {
    int at = (int) number(arguments[1]);
    int index = at < 0 ? Math.max(0, array.size() + at) : at;
    while (array.size() < index) {
      array.add(null);
    }
    return append(array, index, arguments[2]);
  }

  private static List<@Nullable Object> remove(
      List<@Nullable Object> array, @Nullable Object[] arguments) {
    Object value = JsonText.read(String.valueOf(arguments[1]));
    array.removeIf(element -> Objects.equals(element, value));
    return array;
  }

  private static List<@Nullable Object> removeAt(
      List<@Nullable Object> array, @Nullable Object[] arguments) {
    int at = (int) number(arguments[1]);
    int index = at < 0 ? array.size() + at : at;
    if (index >= 0 && index < array.size()) {
      array.remove(index);
    }
    return array;
  }

  /** Multiset semantics: an element occurs as often as in both. */
  private static List<@Nullable Object> intersection(
      List<@Nullable Object> array, List<@Nullable Object> other) {
    array.removeIf(element -> !other.remove(element));
    return array;
  }

  private static List<@Nullable Object> except(
      List<@Nullable Object> array, List<@Nullable Object> other) {
    array.removeIf(other::remove);
    return array;
  }

  private static List<@Nullable Object> sort(
      List<@Nullable Object> array, @Nullable Object[] arguments) {
    List<@Nullable Object> nulls = array.stream().filter(Objects::isNull).toList();
    List<@Nullable Object> sorted = new ArrayList<>(values(array).stream().sorted(ORDER).toList());
    if (Boolean.FALSE.equals(arguments[1])) {
      java.util.Collections.reverse(sorted);
      sorted.addAll(0, nulls);
    } else {
      sorted.addAll(nulls);
    }
    return sorted;
  }

  private static @Nullable String extreme(List<@Nullable Object> array, boolean greatest) {
    return values(array).stream()
        .max(greatest ? ORDER : ORDER.reversed())
        .map(JsonText::write)
        .orElse(null);
  }

  private static List<Object> values(List<@Nullable Object> array) {
    List<Object> values = new ArrayList<>();
    for (Object element : array) {
      if (element != null) {
        values.add(element);
      }
    }
    return values;
  }

  private static int position(@Nullable Object index, int size) {
    long position = number(index);
    return (int) Math.max(0, Math.min(size, position < 0 ? size + position : position));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }
}
