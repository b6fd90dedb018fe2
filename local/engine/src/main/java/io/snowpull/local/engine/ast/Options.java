package io.snowpull.local.engine.ast;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code NAME = value} properties of a statement, in the order written; names are upper case.
 */
public record Options(List<Option> entries) {
  public static final Options NONE = new Options(List.of());

  public Options {
    entries = List.copyOf(entries);
  }

  /**
   * One property. In {@code SECRETS = ('token' = s)} the inner name is the quoted text, as written.
   */
  public record Option(String name, Value value) {}

  /** The value of a property. */
  public sealed interface Value {
    /** A quoted string, unescaped. */
    record Text(String value) implements Value {}

    record Number(BigDecimal value) implements Value {}

    /** A bare word, keyword or (dotted) name: {@code TRUE}, {@code XSMALL}, {@code db.s.rule}. */
    record Name(ObjectName.Plain name) implements Value {}

    /** {@code (a, b)}: any comma-separated values, also none. */
    record Items(List<Value> values) implements Value {
      public Items {
        values = List.copyOf(values);
      }
    }

    /** {@code (TYPE = CSV ...)}. */
    record Group(Options options) implements Value {}

    /**
     * Something to evaluate: {@code reference('x')}, {@code :variable}, {@code ?}, {@code
     * IDENTIFIER(..)}.
     */
    record Computed(Expression expression) implements Value {}

    /** A file path in a stage. */
    record Stage(StageLocation location) implements Value {}
  }

  /** The last value given for a name; empty if there is none. */
  public Optional<Value> find(String name) {
    String key = name.toUpperCase(Locale.ROOT);
    return entries.stream()
        .filter(o -> o.name().equals(key))
        .map(Option::value)
        .reduce((a, b) -> b);
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** A string, bare word or number as text; empty if absent or of another shape. */
  public Optional<String> text(String name) {
    return find(name).flatMap(Options::textOf);
  }

  /** A TRUE/FALSE property, bare or quoted; empty if absent or neither. */
  public Optional<Boolean> bool(String name) {
    return text(name)
        .map(t -> t.toUpperCase(Locale.ROOT))
        .filter(t -> t.equals("TRUE") || t.equals("FALSE"))
        .map("TRUE"::equals);
  }

  public Optional<BigDecimal> number(String name) {
    return find(name).filter(Value.Number.class::isInstance).map(v -> ((Value.Number) v).value());
  }

  /** The values of a list; a single value counts as a list of one; empty if absent. */
  public List<Value> items(String name) {
    return find(name)
        .map(v -> v instanceof Value.Items i ? i.values() : List.of(v))
        .orElse(List.of());
  }

  /** The values of a list as text; values of another shape are left out. */
  public List<String> texts(String name) {
    return items(name).stream().flatMap(v -> textOf(v).stream()).toList();
  }

  /** All that can be written as text, by name; lists keep their values with commas between. */
  public SortedMap<String, String> asText() {
    SortedMap<String, String> all = new TreeMap<>();
    for (Option option : entries) {
      if (option.value() instanceof Value.Items) {
        all.put(option.name(), String.join(",", texts(option.name())));
      } else {
        textOf(option.value()).ifPresent(text -> all.put(option.name(), text));
      }
    }
    return all;
  }

  /** The first property whose name is none of these; empty if all are known. */
  public Optional<String> firstOtherThan(Set<String> known) {
    return entries.stream().map(Option::name).filter(name -> !known.contains(name)).findFirst();
  }

  /** The inner properties of {@code NAME = (A = 1 ...)}; none if absent. */
  public Options group(String name) {
    return find(name).map(v -> v instanceof Value.Group g ? g.options() : NONE).orElse(NONE);
  }

  /** A string, bare word (as its SQL text) or number as text; empty for another shape. */
  public static Optional<String> textOf(Value value) {
    if (value instanceof Value.Text t) {
      return Optional.of(t.value());
    }
    if (value instanceof Value.Name n) {
      return Optional.of(n.name().toString());
    }
    return value instanceof Value.Number n
        ? Optional.of(n.value().toPlainString())
        : Optional.empty();
  }
}
