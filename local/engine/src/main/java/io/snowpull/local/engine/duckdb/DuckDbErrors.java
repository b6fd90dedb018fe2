package io.snowpull.local.engine.duckdb;

import io.snowpull.local.engine.duckdb.function.ErrorText;
import io.snowpull.local.engine.result.SnowflakeException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns DuckDB's error messages into Snowflake's errors; none passes as it is. */
final class DuckDbErrors {

  private record Rule(Pattern pattern, Function<MatchResult, SnowflakeException> error) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "Could not (?:convert|cast) (?:string|value) [\"'](.*?)[\"'] to"
                  + " (?:DECIMAL|INT|UINT|DOUBLE|FLOAT|HUGEINT|BIGINT)",
              m -> SnowflakeException.notANumber(m.group(1))),
          rule(
              "Could not convert string [\"'](.*?)[\"'] to BOOL",
              m -> SnowflakeException.notRecognized("Boolean", m.group(1))),
          rule(
              "invalid date field format: \"(.*?)\"",
              m -> SnowflakeException.notRecognized("Date", m.group(1))),
          rule(
              "date field value out of range: \"(.*?)\"",
              m -> SnowflakeException.notRecognized("Date", m.group(1))),
          rule(
              "invalid timestamp field format: \"(.*?)\"",
              m -> SnowflakeException.notRecognized("Timestamp", m.group(1))),
          rule(
              "(?:time field value out of range|invalid time field format): \"(.*?)\"",
              m -> SnowflakeException.notRecognized("Time", m.group(1))),
          rule(
              "Could not cast value (\\S+) to DECIMAL",
              m -> SnowflakeException.outOfRange(m.group(1))),
          rule("value (-?[\\d.]+) can't be cast", m -> SnowflakeException.outOfRange(m.group(1))),
          rule("(?i)out of range|overflow", m -> SnowflakeException.outOfRange("")),
          rule("Division by zero", m -> SnowflakeException.divisionByZero()),
          rule(
              "NOT NULL constraint failed: .*\\.(\\S+)",
              m -> SnowflakeException.nullInNotNullColumn(m.group(1))),
          rule(
              "cannot affect the same target row more than once",
              m -> SnowflakeException.duplicateRow("[]")),
          rule(
              "More than one row returned by a subquery",
              m -> SnowflakeException.subqueryReturnsSeveralRows()),
          rule(
              "column \"?(.*?)\"? must appear in the GROUP BY clause",
              m ->
                  new SnowflakeException(
                      "000979",
                      "42601",
                      "SQL compilation error:\n"
                          + (m.group(1).matches("c\\d+")
                              ? "A selected column"
                              : "[" + m.group(1) + "]")
                          + " is not a valid group by expression")),
          rule(
              "SELECT clause without selection list",
              m ->
                  new SnowflakeException(
                      "002129", "42601", "SQL compilation error:\nSELECT with no columns")),
          rule("[Mm]alformed JSON", m -> SnowflakeException.invalidJson("malformed input")),
          rule(
              "Conflict on update|write-write conflict|Transaction conflict",
              m ->
                  new SnowflakeException(
                      "000625",
                      "57014",
                      "Statement aborted: another transaction has changed the same rows.")),
          rule("(?i)interrupt", m -> SnowflakeException.cancelled()),
          rule(
              "Unknown TimeZone '(.*?)'",
              m -> notConvertible("Unrecognized time zone '" + m.group(1) + "'.")),
          rule(
              "window functions are not allowed in window definitions",
              m ->
                  SnowflakeException.unsupported(
                      "a window function inside another's OVER, which SEQ4 and SEQ8 are here")),
          rule(
              "In a DISTINCT aggregate, ORDER BY expressions must appear in the argument list",
              m ->
                  SnowflakeException.compilationError(
                      "[WITHIN GROUP] is not a valid order by expression of a DISTINCT aggregate")),
          rule("(?i)base64", m -> notConvertible("The value is not legal base64-encoded text.")),
          rule("(?i)hex", m -> notConvertible("The value is not legal hex-encoded text.")),
          // Of a value; that a statement was translated wrongly begins otherwise, and is a fault.
          rule(
              "(?:Conversion|Invalid Input) Error",
              m -> notConvertible("A value of the statement has not the form that is needed.")));

  private DuckDbErrors() {}

  private static SnowflakeException notConvertible(String message) {
    return new SnowflakeException("100038", "22018", message);
  }

  static SnowflakeException translate(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    SnowflakeException error =
        ErrorText.decode(message)
            .orElseGet(
                () ->
                    RULES.stream()
                        .flatMap(rule -> matches(rule, message))
                        .findFirst()
                        .orElseGet(() -> SnowflakeException.internal("a query failed", failure)));
    if (error.getCause() == null) {
      error.initCause(failure);
    }
    return error;
  }

  private static java.util.stream.Stream<SnowflakeException> matches(Rule rule, String message) {
    Matcher matcher = rule.pattern().matcher(message);
    return matcher.find()
        ? java.util.stream.Stream.of(rule.error().apply(matcher.toMatchResult()))
        : java.util.stream.Stream.empty();
  }

  private static Rule rule(String pattern, Function<MatchResult, SnowflakeException> error) {
    return new Rule(Pattern.compile(pattern, Pattern.DOTALL), error);
  }
}
