package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among procedures of one name by the arguments of a call, given by position or by name.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/udf-stored-procedure-arguments#calling
 */
final class Overloads {
  private final List<Value> positional = new ArrayList<>();
  private final Map<String, Value> named = new HashMap<>();

  Overloads(List<Expression.Argument> arguments, Execution execution) {
    for (Expression.Argument argument : arguments) {
      Value value = execution.evaluate(argument.value());
      Identifier name = argument.name();
      if (name != null) {
        named.put(name.name(), value);
      } else {
        positional.add(value);
      }
    }
  }

  /** A procedure with the arguments in its order; null where its default is to be used. */
  record Match(RoutineDefinition procedure, List<@Nullable Value> arguments) {}

  /** The best of the candidates. */
  Match choose(String name, List<RoutineDefinition> candidates) {
    return candidates.stream()
        .flatMap(candidate -> match(candidate).stream())
        .min(Comparator.comparingInt(Overloads::distance))
        .orElseThrow(() -> none(name, candidates));
  }

  private SnowflakeException none(String name, List<RoutineDefinition> candidates) {
    if (candidates.isEmpty()) {
      return SnowflakeException.unknownFunction(name);
    }
    String types =
        positional.stream().map(value -> value.type().name()).collect(Collectors.joining(", "));
    return SnowflakeException.invalidArgumentTypes(name, types);
  }

  private Optional<Match> match(RoutineDefinition candidate) {
    List<RoutineDefinition.Argument> declared = candidate.arguments();
    if (positional.size() > declared.size()) {
      return Optional.empty();
    }
    List<@Nullable Value> arguments = new ArrayList<>(positional);
    int used = 0;
    for (RoutineDefinition.Argument argument :
        declared.subList(positional.size(), declared.size())) {
      Value value = named.get(argument.name());
      if (value == null && argument.defaultSql() == null) {
        return Optional.empty();
      }
      used += value == null ? 0 : 1;
      arguments.add(value);
    }
    Match match = new Match(candidate, arguments);
    return used == named.size() && distance(match) < NEVER ? Optional.of(match) : Optional.empty();
  }

  private static final int NEVER = 1000;

  /** How far the given types are from the declared ones: 0 for the same. */
  private static int distance(Match match) {
    int sum = 0;
    for (int i = 0; i < match.arguments().size(); i++) {
      Value value = match.arguments().get(i);
      if (value != null) {
        sum += distance(value, match.procedure().arguments().get(i).type());
      }
    }
    return sum;
  }

  private static int distance(Value value, SnowflakeType declared) {
    SnowflakeType given = value.type();
    if (given.name().equals(declared.name())) {
      return 0;
    }
    if (value.content() == null) {
      return 1;
    }
    if (given.getClass() == declared.getClass()) {
      return 1;
    }
    if (given instanceof SnowflakeType.Number && declared instanceof SnowflakeType.Real) {
      return 1;
    }
    if (given instanceof SnowflakeType.Text) {
      return declared instanceof SnowflakeType.SemiStructured ? 5 : 3;
    }
    boolean implicit =
        declared instanceof SnowflakeType.Text
            || declared instanceof SnowflakeType.SemiStructured semi
                && semi.kind() == SnowflakeType.SemiStructured.Kind.VARIANT
            || given instanceof SnowflakeType.SemiStructured;
    return implicit ? 4 : NEVER;
  }
}
