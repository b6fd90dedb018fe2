package io.snowpull.local.engine.session;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The session parameters the account knows, with type and default.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/parameters
 */
public enum ParameterDefinition {
  ABORT_DETACHED_QUERY(Type.BOOLEAN, "false"),
  AUTOCOMMIT(Type.BOOLEAN, "true"),
  BINARY_INPUT_FORMAT(Type.STRING, "HEX"),
  BINARY_OUTPUT_FORMAT(Type.STRING, "HEX"),
  CLIENT_ENABLE_LOG_INFO_STATEMENT_PARAMETERS(Type.BOOLEAN, "false"),
  CLIENT_MEMORY_LIMIT(Type.NUMBER, "1536"),
  CLIENT_METADATA_REQUEST_USE_CONNECTION_CTX(Type.BOOLEAN, "false"),
  CLIENT_METADATA_USE_SESSION_DATABASE(Type.BOOLEAN, "false"),
  CLIENT_PREFETCH_THREADS(Type.NUMBER, "4"),
  CLIENT_RESULT_CHUNK_SIZE(Type.NUMBER, "160"),
  CLIENT_RESULT_COLUMN_CASE_INSENSITIVE(Type.BOOLEAN, "false"),
  CLIENT_SESSION_KEEP_ALIVE(Type.BOOLEAN, "false"),
  CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY(Type.NUMBER, "3600"),
  CLIENT_STAGE_ARRAY_BINDING_THRESHOLD(Type.NUMBER, "0"),
  CLIENT_TELEMETRY_ENABLED(Type.BOOLEAN, "false"),
  CLIENT_TIMESTAMP_TYPE_MAPPING(Type.STRING, "TIMESTAMP_LTZ"),
  DATE_INPUT_FORMAT(Type.STRING, "AUTO"),
  DATE_OUTPUT_FORMAT(Type.STRING, "YYYY-MM-DD"),
  ERROR_ON_NONDETERMINISTIC_MERGE(Type.BOOLEAN, "true"),
  ERROR_ON_NONDETERMINISTIC_UPDATE(Type.BOOLEAN, "false"),
  GEOGRAPHY_OUTPUT_FORMAT(Type.STRING, "GeoJSON"),
  GEOMETRY_OUTPUT_FORMAT(Type.STRING, "GeoJSON"),
  JDBC_QUERY_RESULT_FORMAT(Type.STRING, "JSON"),
  JDBC_TREAT_DECIMAL_AS_INT(Type.BOOLEAN, "true"),
  JDBC_USE_SESSION_TIMEZONE(Type.BOOLEAN, "true"),
  JSON_INDENT(Type.NUMBER, "2"),
  LOCK_TIMEOUT(Type.NUMBER, "43200"),
  LOG_LEVEL(Type.STRING, "OFF"),
  MULTI_STATEMENT_COUNT(Type.NUMBER, "1"),
  ODBC_QUERY_RESULT_FORMAT(Type.STRING, "JSON"),
  PYTHON_CONNECTOR_QUERY_RESULT_FORMAT(Type.STRING, "ARROW"),
  PYTHON_CONNECTOR_USE_NANOARROW(Type.BOOLEAN, "true"),
  PYTHON_SNOWPARK_USE_SCOPED_TEMP_OBJECTS(Type.BOOLEAN, "true"),
  QUERY_RESULT_FORMAT(Type.STRING, "JSON"),
  QUERY_TAG(Type.STRING, ""),
  QUOTED_IDENTIFIERS_IGNORE_CASE(Type.BOOLEAN, "false"),
  ROWS_PER_RESULTSET(Type.NUMBER, "0"),
  SERVICE_NAME(Type.STRING, ""),
  SNOWPARK_HIDE_INTERNAL_ALIAS(Type.BOOLEAN, "true"),
  SNOWPARK_LAZY_ANALYSIS(Type.BOOLEAN, "true"),
  SNOWPARK_REQUEST_TIMEOUT_IN_SECONDS(Type.NUMBER, "86400"),
  SNOWPARK_USE_SCOPED_TEMP_OBJECTS(Type.BOOLEAN, "true"),
  STATEMENT_QUEUED_TIMEOUT_IN_SECONDS(Type.NUMBER, "0"),
  STATEMENT_TIMEOUT_IN_SECONDS(Type.NUMBER, "172800"),
  STRICT_JSON_OUTPUT(Type.BOOLEAN, "false"),
  TIMESTAMP_DAY_IS_ALWAYS_24H(Type.BOOLEAN, "false"),
  TIMESTAMP_INPUT_FORMAT(Type.STRING, "AUTO"),
  TIMESTAMP_LTZ_OUTPUT_FORMAT(Type.STRING, ""),
  TIMESTAMP_NTZ_OUTPUT_FORMAT(Type.STRING, "YYYY-MM-DD HH24:MI:SS.FF3"),
  TIMESTAMP_OUTPUT_FORMAT(Type.STRING, "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM"),
  TIMESTAMP_TYPE_MAPPING(Type.STRING, "TIMESTAMP_NTZ"),
  TIMESTAMP_TZ_OUTPUT_FORMAT(Type.STRING, ""),
  TIMEZONE(Type.STRING, "Etc/UTC"),
  TIME_INPUT_FORMAT(Type.STRING, "AUTO"),
  TIME_OUTPUT_FORMAT(Type.STRING, "HH24:MI:SS"),
  TRACE_LEVEL(Type.STRING, "OFF"),
  TRANSACTION_ABORT_ON_ERROR(Type.BOOLEAN, "false"),
  TRANSACTION_DEFAULT_ISOLATION_LEVEL(Type.STRING, "READ COMMITTED"),
  TWO_DIGIT_CENTURY_START(Type.NUMBER, "1970"),
  UNSUPPORTED_DDL_ACTION(Type.STRING, "ignore"),
  USE_CACHED_RESULT(Type.BOOLEAN, "true"),
  WEEK_OF_YEAR_POLICY(Type.NUMBER, "0"),
  WEEK_START(Type.NUMBER, "0");

  /** What values a parameter takes; SHOW PARAMETERS prints the names. */
  public enum Type {
    BOOLEAN,
    NUMBER,
    STRING
  }

  private static final Map<String, ParameterDefinition> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  private final Type type;
  private final String defaultValue;

  ParameterDefinition(Type type, String defaultValue) {
    this.type = type;
    this.defaultValue = defaultValue;
  }

  public Type type() {
    return type;
  }

  public String defaultValue() {
    return defaultValue;
  }

  /** The parameter of that name in any case. */
  public static ParameterDefinition named(String name) {
    ParameterDefinition found = BY_NAME.get(name.toUpperCase(Locale.ROOT));
    if (found == null) {
      throw new SnowflakeException(
          "001420",
          "22023",
          "SQL compilation error:\ninvalid property '"
              + name.toUpperCase(Locale.ROOT)
              + "' for 'SESSION'");
    }
    return found;
  }

  /** Whether a parameter of that name exists. */
  public static boolean exists(String name) {
    return BY_NAME.containsKey(name.toUpperCase(Locale.ROOT));
  }

  /** The value in its stored form, or an error when it does not fit the parameter. */
  public String checked(String value) {
    switch (type) {
      case BOOLEAN -> {
        String folded = value.toLowerCase(Locale.ROOT);
        if (folded.equals("true") || folded.equals("false")) {
          return folded;
        }
      }
      case NUMBER -> {
        if (value.matches("[0-9]{1,12}")) {
          return value;
        }
      }
      case STRING -> {
        if (this != TIMEZONE || isZone(value)) {
          return value;
        }
      }
    }
    throw new SnowflakeException(
        "001008",
        "22023",
        "SQL compilation error:\ninvalid value [" + value + "] for parameter '" + name() + "'");
  }

  private static boolean isZone(String value) {
    try {
      java.time.ZoneId.of(value);
      return true;
    } catch (java.time.DateTimeException notAZone) {
      return false;
    }
  }
}
