package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.result.SnowflakeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions whose translation is a pattern, from {@code functions.txt}. A function that is
 * neither there nor in {@link SpecialFunctions} does not exist: DuckDB's own are out of reach.
 */
final class FunctionTable {

  private static final FunctionTable TABLE = load();

  private final Map<String, List<Signature>> signatures;

  private FunctionTable(Map<String, List<Signature>> signatures) {
    this.signatures = signatures;
  }

  static FunctionTable table() {
    return TABLE;
  }

  boolean has(String name) {
    return signatures.containsKey(name);
  }

  Set<String> names() {
    return Set.copyOf(signatures.keySet());
  }

  /** The signature that the arguments fit best; fails with Snowflake's error if none does. */
  Signature choose(String name, List<Bound> arguments) {
    List<Signature> all = Objects.requireNonNull(signatures.get(name));
    List<Signature> sized = all.stream().filter(s -> s.takes(arguments.size())).toList();
    if (sized.isEmpty()) {
      String expected =
          all.stream()
              .map(s -> s.parameters().size() + (s.variadic() ? "+" : ""))
              .distinct()
              .collect(Collectors.joining(" or "));
      throw SnowflakeException.wrongArgumentCount(name, expected, arguments.size());
    }
    return sized.stream()
        .filter(s -> s.cost(arguments) >= 0)
        .min(Comparator.comparingInt(s -> s.cost(arguments)))
        .orElseThrow(
            () ->
                SnowflakeException.invalidArgumentTypes(
                    name,
                    arguments.stream()
                        .map(argument -> argument.type().sql())
                        .collect(Collectors.joining(", "))));
  }

  private static FunctionTable load() {
    Map<String, List<Signature>> signatures = new LinkedHashMap<>();
    try (InputStream resource = FunctionTable.class.getResourceAsStream("functions.txt");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("--")) {
          Signature signature = Signature.parse(line.strip());
          signatures.computeIfAbsent(signature.name(), name -> new ArrayList<>()).add(signature);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FunctionTable(signatures);
  }
}
