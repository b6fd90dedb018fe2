package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.TypeNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the function table: a Snowflake function's parameters, result and DuckDB SQL.
 *
 * @param variadic whether the last parameter repeats
 * @param result a type, or {@code #1} (the first argument's), {@code wide#1} (its sum's), {@code
 *     common} (the one in which all arguments meet)
 */
record Signature(
    Kind kind,
    String name,
    List<Parameter> parameters,
    boolean variadic,
    String result,
    String template) {

  /** Where the function may stand. */
  enum Kind {
    SCALAR,
    AGGREGATE,
    WINDOW
  }

  private static final Pattern LINE =
      Pattern.compile("(?:(aggregate|window) )?(\\w+)\\((.*?)\\) -> (\\S+) = (.*)");

  private static final Pattern PLACE =
      Pattern.compile("#([1-9]|[*]|distinct|order|nulls|overall|over)");

  private static final int IMPOSSIBLE = 1_000;

  static Signature parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("no function signature: " + line);
    }
    List<String> written =
        matcher.group(3).isBlank() ? List.of() : Arrays.asList(matcher.group(3).split(", *"));
    boolean variadic = !written.isEmpty() && written.get(written.size() - 1).endsWith("...");
    List<Parameter> parameters =
        written.stream().map(type -> Parameter.parse(type.replace("...", ""))).toList();
    Kind kind =
        matcher.group(1) == null
            ? Kind.SCALAR
            : matcher.group(1).equals("window") ? Kind.WINDOW : Kind.AGGREGATE;
    return new Signature(
        kind, matcher.group(2), parameters, variadic, matcher.group(4), matcher.group(5));
  }

  /** Whether that many arguments fit. */
  boolean takes(int count) {
    return variadic ? count >= parameters.size() : count == parameters.size();
  }

  /** How much has to be converted; negative if the arguments do not fit. */
  int cost(List<Bound> arguments) {
    int sum = 0;
    for (int i = 0; i < arguments.size(); i++) {
      int cost = parameter(i).cost(arguments.get(i));
      sum += cost < 0 ? IMPOSSIBLE : cost;
    }
    return sum >= IMPOSSIBLE ? -1 : sum;
  }

  /**
   * The DuckDB call. The template is filled in one pass: what an argument brings along is never
   * looked at again.
   */
  Bound apply(List<Bound> arguments, Conversions conversions, CallMarks marks) {
    SnowflakeType common = CommonType.ofResults(meeting(arguments));
    List<String> converted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      converted.add(parameter(i).convert(arguments.get(i), common, conversions));
    }
    String sql =
        PLACE
            .matcher(template)
            .replaceAll(place -> Matcher.quoteReplacement(text(place.group(1), converted, marks)));
    boolean nullable = arguments.isEmpty() || arguments.stream().anyMatch(Bound::nullable);
    return new Bound(sql, resultType(arguments, common), nullable, Bound.Form.VALUE);
  }

  private String text(String place, List<String> converted, CallMarks marks) {
    if (place.equals("*")) {
      return String.join(", ", converted.subList(parameters.size() - 1, converted.size()));
    }
    return Character.isDigit(place.charAt(0))
        ? converted.get(Integer.parseInt(place) - 1)
        : marks.text(place);
  }

  /** The arguments of COMMON parameters, whose types must meet. */
  private List<Bound> meeting(List<Bound> arguments) {
    List<Bound> meeting = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (parameter(i) == Parameter.COMMON) {
        meeting.add(arguments.get(i));
      }
    }
    return meeting;
  }

  private SnowflakeType resultType(List<Bound> arguments, SnowflakeType common) {
    if (result.equals("common")) {
      return common;
    }
    int mark = result.indexOf('#');
    if (mark < 0) {
      return declared(result);
    }
    Bound argument = arguments.get(Integer.parseInt(result.substring(mark + 1)) - 1);
    SnowflakeType type = parameter(Integer.parseInt(result.substring(mark + 1)) - 1).type(argument);
    return mark > 0 && type instanceof Number number
        ? new Number(SnowflakeType.MAX_PRECISION, number.scale())
        : type;
  }

  private Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  private static SnowflakeType declared(String name) {
    if (name.startsWith("num(")) {
      String[] parts = name.substring(4, name.length() - 1).split(",");
      return new Number(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
    return TypeNames.find(
            switch (name) {
              case "ntz", "ltz", "tz" -> "TIMESTAMP_" + name;
              case "bool" -> "BOOLEAN";
              default -> name;
            },
            List.of())
        .orElseThrow(() -> new IllegalStateException("no type " + name));
  }
}
