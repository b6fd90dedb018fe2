package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The functions that need more than a pattern. */
final class SpecialFunctions {

  private final ExpressionBinder expressions;
  private final CallBinder calls;
  private final DateFunctions dates;

  SpecialFunctions(ExpressionBinder expressions, CallBinder calls) {
    this.expressions = expressions;
    this.calls = calls;
    this.dates = new DateFunctions(expressions);
  }

  /** Binds the call if the function is one of these. */
  Optional<Bound> bind(String name, FunctionCall call) {
    Optional<Bound> found = moments(name, call);
    if (found.isEmpty()) {
      found = new ConversionFunctions(expressions, calls).bind(name, call);
    }
    if (found.isEmpty()) {
      found = new AggregateFunctions(expressions, calls).bind(name, call);
    }
    if (found.isEmpty()) {
      found = new LambdaFunctions(expressions).bind(name, call);
    }
    return found.isEmpty() ? others(name, call) : found;
  }

  private Optional<Bound> moments(String name, FunctionCall call) {
    return switch (name) {
      case "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "GETDATE", "SYSTIMESTAMP" ->
          Optional.of(now(SnowflakeType.TIMESTAMP_LTZ));
      case "SYSDATE" -> Optional.of(utcNow());
      case "CURRENT_DATE" -> Optional.of(now(SnowflakeType.DATE));
      case "CURRENT_TIME", "LOCALTIME" -> Optional.of(now(SnowflakeType.TIME));
      case "DATEADD", "TIMEADD", "TIMESTAMPADD" -> {
        arity(name, call, 3);
        yield Optional.of(dates.add(part(call, 0), argument(call, 1), false, argument(call, 2)));
      }
      case "DATEDIFF", "TIMEDIFF", "TIMESTAMPDIFF" -> {
        arity(name, call, 3);
        yield Optional.of(dates.difference(part(call, 0), argument(call, 1), argument(call, 2)));
      }
      case "DATE_PART" -> {
        arity(name, call, 2);
        yield Optional.of(dates.part(part(call, 0), argument(call, 1)));
      }
      case "DATE_TRUNC" -> {
        arity(name, call, 2);
        yield Optional.of(
            isPart(call, 0)
                ? dates.truncate(part(call, 0), argument(call, 1))
                : dates.truncate(part(call, 1), argument(call, 0)));
      }
      case "TRUNC" ->
          call.arguments().size() == 2 && isPart(call, 1)
              ? Optional.of(dates.truncate(part(call, 1), argument(call, 0)))
              : Optional.empty();
      case "YEAR",
          "QUARTER",
          "MONTH",
          "WEEK",
          "DAY",
          "DAYOFMONTH",
          "DAYOFWEEK",
          "DAYOFWEEKISO",
          "DAYOFYEAR",
          "WEEKOFYEAR",
          "WEEKISO",
          "YEAROFWEEK",
          "YEAROFWEEKISO",
          "HOUR",
          "MINUTE",
          "SECOND" -> {
        arity(name, call, 1);
        yield Optional.of(dates.part(name, argument(call, 0)));
      }
      case "LAST_DAY" -> Optional.of(lastDay(call));
      case "TIME_SLICE" -> Optional.of(slice(call));
      default -> Optional.empty();
    };
  }

  private Optional<Bound> others(String name, FunctionCall call) {
    return switch (name) {
      case "DECODE" -> Optional.of(decode(call));
      case "OBJECT_CONSTRUCT", "OBJECT_CONSTRUCT_KEEP_NULL" -> Optional.of(object(name, call));
      case "GET" -> {
        arity(name, call, 2);
        Bound base = argument(call, 0);
        if (!base.isSemiStructured()) {
          throw SnowflakeException.invalidArgumentTypes("GET", base.type().sql());
        }
        yield Optional.of(new PathBinder(expressions).element(base, argument(call, 1)));
      }
      case "SEQ1", "SEQ2", "SEQ4", "SEQ8" -> Optional.of(sequence());
      case "COALESCE" -> {
        if (call.arguments().size() < 2) {
          throw SnowflakeException.wrongArgumentCount(name, "2+", call.arguments().size());
        }
        yield Optional.empty();
      }
      case "GROUPING", "GROUPING_ID" -> {
        List<String> keys = calls.arguments(call).stream().map(Bound::sql).toList();
        yield Optional.of(
            Bound.notNull("grouping(" + String.join(", ", keys) + ")", SnowflakeType.INTEGER));
      }
      case "IDENTIFIER" -> Optional.of(identifier(call));
      case "HASH", "HASH_AGG" -> starred(name, call);
      case "FLATTEN" -> throw SnowflakeException.compilationError("FLATTEN is a table function.");
      default -> Optional.empty();
    };
  }

  /** The row's number: GENERATOR's own, or else counted. */
  private Bound sequence() {
    return expressions.scope().relations().stream()
        .flatMap(relation -> relation.columns().stream())
        .filter(column -> column.name().equals(TableFunctionBinder.SEQUENCE))
        .map(BoundColumn::value)
        .findFirst()
        .orElse(Bound.notNull("(row_number() OVER () - 1)", SnowflakeType.INTEGER));
  }

  /** IDENTIFIER('column') as a value. */
  private Bound identifier(FunctionCall call) {
    arity("IDENTIFIER", call, 1);
    ObjectName.Plain name =
        expressions.context().name(new ObjectName.Dynamic(call.arguments().get(0).value()));
    return expressions.bind(new Expression.ColumnRef(name.parts(), call.position()));
  }

  /** A call over all columns; empty if there is no star. */
  private Optional<Bound> starred(String name, FunctionCall call) {
    if (call.arguments().size() == 1
        && call.arguments().get(0).value() instanceof Expression.Star star) {
      List<Bound> columns =
          starred(star).stream()
              .flatMap(relation -> relation.columns().stream())
              .map(BoundColumn::value)
              .toList();
      return Optional.of(calls.fromTable(name, call, columns));
    }
    return Optional.empty();
  }

  private List<BoundRelation> starred(Expression.Star star) {
    return star.qualifier().isEmpty()
        ? expressions.scope().relations()
        : expressions.scope().matching(star.qualifier());
  }

  private Bound now(SnowflakeType type) {
    Instant now = expressions.context().now();
    LocalDateTime utc = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    Bound moment =
        Bound.notNull(
            "CAST('" + utc.toString().replace('T', ' ') + "+00' AS TIMESTAMPTZ)",
            SnowflakeType.TIMESTAMP_LTZ);
    return expressions.conversions().cast(moment, type);
  }

  /** SYSDATE is in UTC whatever the session's zone. */
  private Bound utcNow() {
    LocalDateTime utc = LocalDateTime.ofInstant(expressions.context().now(), ZoneOffset.UTC);
    return Bound.notNull(
        "CAST('" + utc.toString().replace('T', ' ') + "' AS TIMESTAMP)",
        SnowflakeType.TIMESTAMP_NTZ);
  }

  private Bound lastDay(FunctionCall call) {
    Bound date = expressions.conversions().cast(argument(call, 0), SnowflakeType.DATE);
    String part = call.arguments().size() > 1 ? part(call, 1) : "MONTH";
    Bound start = dates.truncate(part, date);
    Bound next = dates.add(part, Constants.number("1"), false, start);
    return Bound.of("(" + next.sql() + " - 1)", SnowflakeType.DATE);
  }

  private Bound slice(FunctionCall call) {
    if (call.arguments().size() < 3) {
      throw SnowflakeException.wrongArgumentCount("TIME_SLICE", "3 or 4", call.arguments().size());
    }
    Bound value = dates.moment(argument(call, 0));
    long length =
        new ConstantArguments(expressions)
            .count(call.arguments().get(1).value(), "The length of a slice");
    DateParts part = DateParts.named(part(call, 2));
    boolean end =
        call.arguments().size() > 3
            && String.valueOf(
                    new ConstantArguments(expressions)
                        .value(call.arguments().get(3).value())
                        .value())
                .equalsIgnoreCase("END");
    String interval = "INTERVAL '" + length + " " + part + "'";
    String local = expressions.conversions().cast(value, SnowflakeType.TIMESTAMP_NTZ).sql();
    String origin = part == DateParts.WEEK ? "TIMESTAMP '1969-12-29'" : "TIMESTAMP '1970-01-01'";
    String start = "time_bucket(" + interval + ", " + local + ", " + origin + ")";
    Bound slice =
        Bound.of(end ? "(" + start + " + " + interval + ")" : start, SnowflakeType.TIMESTAMP_NTZ);
    return value.type() instanceof SnowflakeType.Date || value.type() instanceof Timestamp
        ? expressions.conversions().cast(slice, value.type())
        : slice;
  }

  private Bound decode(FunctionCall call) {
    List<Bound> arguments = calls.arguments(call);
    if (arguments.size() < 3) {
      throw SnowflakeException.wrongArgumentCount("DECODE", "3+", arguments.size());
    }
    List<Bound> results = new ArrayList<>();
    for (int i = 2; i < arguments.size(); i += 2) {
      results.add(arguments.get(i));
    }
    boolean otherwise = arguments.size() % 2 == 0;
    if (otherwise) {
      results.add(arguments.get(arguments.size() - 1));
    }
    SnowflakeType type = CommonType.ofResults(results);
    StringBuilder sql = new StringBuilder("(CASE");
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      Bound same =
          expressions
              .operators()
              .compare("IS NOT DISTINCT FROM", arguments.get(0), arguments.get(i));
      sql.append(" WHEN ").append(same.sql()).append(" THEN ");
      sql.append(expressions.conversions().coerce(arguments.get(i + 1), type).sql());
    }
    if (otherwise) {
      sql.append(" ELSE ");
      sql.append(expressions.conversions().coerce(results.get(results.size() - 1), type).sql());
    }
    return Bound.of(sql + " END)", type);
  }

  private Bound object(String name, FunctionCall call) {
    List<String> members = new ArrayList<>();
    if (call.arguments().size() == 1
        && call.arguments().get(0).value() instanceof Expression.Star star) {
      for (BoundRelation relation : starred(star)) {
        for (BoundColumn column : relation.columns()) {
          members.add(Constants.text(column.name()));
          members.add(expressions.jsonOrNullText(column.value()));
        }
      }
    } else {
      List<Bound> arguments = calls.arguments(call);
      if (arguments.size() % 2 != 0) {
        throw SnowflakeException.wrongArgumentCount(name, "an even number of", arguments.size());
      }
      for (int i = 0; i < arguments.size(); i += 2) {
        members.add(expressions.conversions().text(arguments.get(i)));
        members.add(expressions.jsonOrNullText(arguments.get(i + 1)));
      }
    }
    String function = name.endsWith("KEEP_NULL") ? "sf_object_keep_null" : "sf_object";
    return Bound.notNull(
        "CAST(" + function + "(" + String.join(", ", members) + ") AS JSON)", SnowflakeType.OBJECT);
  }

  private Bound argument(FunctionCall call, int index) {
    return expressions.bind(call.arguments().get(index).value());
  }

  private static boolean isPart(FunctionCall call, int index) {
    Expression value = call.arguments().get(index).value();
    String name =
        value instanceof Expression.TextLiteral text
            ? text.value()
            : value instanceof Expression.ColumnRef column && column.parts().size() == 1
                ? column.last().name()
                : "";
    try {
      DateParts.named(name);
      return true;
    } catch (SnowflakeException noPart) {
      return false;
    }
  }

  private static String part(FunctionCall call, int index) {
    Expression value = call.arguments().get(index).value();
    if (value instanceof Expression.TextLiteral text) {
      return text.value();
    } else if (value instanceof Expression.ColumnRef column && column.parts().size() == 1) {
      return column.last().name();
    } else if (value instanceof FunctionCall function
        && function.name() instanceof ObjectName.Plain plain) {
      return plain.last().name();
    }
    throw SnowflakeException.compilationError(
        "A date or time part is required as argument " + (index + 1) + ".");
  }

  private static void arity(String name, FunctionCall call, int count) {
    if (call.arguments().size() != count) {
      throw SnowflakeException.wrongArgumentCount(
          name, Integer.toString(count), call.arguments().size());
    }
  }

  /** Only for results that are counts. */
  static Number count() {
    return new Number(18, 0);
  }
}
