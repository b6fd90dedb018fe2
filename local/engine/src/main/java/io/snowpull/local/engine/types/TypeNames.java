package io.snowpull.local.engine.types;

import io.snowpull.local.engine.types.SnowflakeType.Binary;
import io.snowpull.local.engine.types.SnowflakeType.Number;
import io.snowpull.local.engine.types.SnowflakeType.Text;
import io.snowpull.local.engine.types.SnowflakeType.Time;
import io.snowpull.local.engine.types.SnowflakeType.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names, with their synonyms, under which SQL text mentions a type.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/intro-summary-data-types
 */
public final class TypeNames {

  private TypeNames() {}

  /**
   * The type called {@code name} (any case, words separated by single spaces) with the parameters
   * that SQL gives in parentheses; empty if no such type exists or the parameters do not fit it.
   */
  public static Optional<SnowflakeType> find(String name, List<Integer> parameters) {
    try {
      return Optional.ofNullable(
          switch (name.toUpperCase(Locale.ROOT)) {
            case "NUMBER", "DECIMAL", "NUMERIC", "DEC" -> number(parameters);
            case "INT", "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "BYTEINT" ->
                SnowflakeType.INTEGER;
            case "FLOAT", "FLOAT4", "FLOAT8", "DOUBLE", "DOUBLE PRECISION", "REAL" ->
                SnowflakeType.REAL;
            case "VARCHAR",
                "STRING",
                "TEXT",
                "NVARCHAR",
                "NVARCHAR2",
                "CHAR VARYING",
                "NCHAR VARYING" ->
                new Text(first(parameters, SnowflakeType.MAX_TEXT_LENGTH));
            case "CHAR", "CHARACTER", "NCHAR" -> new Text(first(parameters, 1));
            case "BINARY", "VARBINARY" ->
                new Binary(first(parameters, SnowflakeType.MAX_BINARY_LENGTH));
            case "BOOLEAN" -> SnowflakeType.BOOLEAN;
            case "DATE" -> SnowflakeType.DATE;
            case "TIME" -> new Time(first(parameters, SnowflakeType.MAX_TIME_SCALE));
            case "DATETIME",
                "TIMESTAMP",
                "TIMESTAMP_NTZ",
                "TIMESTAMPNTZ",
                "TIMESTAMP WITHOUT TIME ZONE" ->
                timestamp(Timestamp.Zone.NTZ, parameters);
            case "TIMESTAMP_LTZ", "TIMESTAMPLTZ", "TIMESTAMP WITH LOCAL TIME ZONE" ->
                timestamp(Timestamp.Zone.LTZ, parameters);
            case "TIMESTAMP_TZ", "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" ->
                timestamp(Timestamp.Zone.TZ, parameters);
            case "VARIANT" -> SnowflakeType.VARIANT;
            case "OBJECT" -> SnowflakeType.OBJECT;
            case "ARRAY" -> SnowflakeType.ARRAY;
            default -> null;
          });
    } catch (IllegalArgumentException parametersDoNotFit) {
      return Optional.empty();
    }
  }

  private static Number number(List<Integer> parameters) {
    return new Number(
        first(parameters, SnowflakeType.MAX_PRECISION),
        parameters.size() > 1 ? parameters.get(1) : 0);
  }

  private static Timestamp timestamp(Timestamp.Zone zone, List<Integer> parameters) {
    return new Timestamp(zone, first(parameters, SnowflakeType.MAX_TIME_SCALE));
  }

  private static int first(List<Integer> parameters, int otherwise) {
    return parameters.isEmpty() ? otherwise : parameters.get(0);
  }
}
