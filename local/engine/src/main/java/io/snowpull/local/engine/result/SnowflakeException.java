package io.snowpull.local.engine.result;

import java.io.Serial;

/**
 * A statement failed. Code, SQLSTATE and message are the ones that Snowflake's drivers know.
 *
 * <p>Codes below 400000 are Snowflake's; {@link #UNSUPPORTED} is the local account's own.
 */
public final class SnowflakeException extends RuntimeException {

  /** The local account lacks what was asked for; no Snowflake code. */
  public static final String UNSUPPORTED = "990001";

  /** A fault of the local account itself; no Snowflake code. */
  public static final String INTERNAL = "990002";

  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final String sqlState;

  public SnowflakeException(String code, String sqlState, String message) {
    super(message);
    this.code = code;
    this.sqlState = sqlState;
  }

  public SnowflakeException(String code, String sqlState, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.sqlState = sqlState;
  }

  /** Six digits, as on the wire: {@code 002003}. */
  public String code() {
    return code;
  }

  /** Five characters: {@code 42S02}. */
  public String sqlState() {
    return sqlState;
  }

  /** The message; never null. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /**
   * An object that is not there or that the role may not see; kind and name as Snowflake prints.
   */
  public static SnowflakeException doesNotExist(String kind, String name) {
    return new SnowflakeException(
        "002003",
        "02000",
        compilation(capitalised(kind) + " '" + name + "' does not exist or not authorized."));
  }

  /** A table, view or other relation that is not there or that the role may not see. */
  public static SnowflakeException objectDoesNotExist(String name) {
    return new SnowflakeException(
        "002003", "42S02", compilation("Object '" + name + "' does not exist or not authorized."));
  }

  /** CREATE of a name that is taken. */
  public static SnowflakeException alreadyExists(String name) {
    return new SnowflakeException(
        "002002", "42710", compilation("Object '" + name + "' already exists."));
  }

  /** Text that does not parse; line counts from 1, position from 0, as Snowflake does. */
  public static SnowflakeException syntax(int line, int position, String unexpected) {
    return new SnowflakeException(
        "001003",
        "42000",
        "SQL compilation error:\nsyntax error line %d at position %d unexpected '%s'."
            .formatted(line, position, unexpected));
  }

  /** A column or variable that is not in scope. */
  public static SnowflakeException invalidIdentifier(String identifier) {
    return new SnowflakeException(
        "000904",
        "42000",
        compilation("error line 0 at position -1\ninvalid identifier '" + identifier + "'"));
  }

  /** A column name that more than one relation has. */
  public static SnowflakeException ambiguousColumn(String name) {
    return new SnowflakeException(
        "002028", "42601", compilation("ambiguous column name '" + name + "'"));
  }

  /** A function that neither Snowflake nor the account knows. */
  public static SnowflakeException unknownFunction(String name) {
    return new SnowflakeException("002140", "42601", compilation("Unknown function " + name));
  }

  /** Arguments whose types do not fit the function or operator. */
  public static SnowflakeException invalidArgumentTypes(String function, String types) {
    return new SnowflakeException(
        "001044",
        "42P13",
        compilation(
            "error line 0 at position -1\nInvalid argument types for function '%s': (%s)"
                .formatted(function, types)));
  }

  /** Too few or too many arguments. */
  public static SnowflakeException wrongArgumentCount(String function, String expected, int got) {
    return new SnowflakeException(
        "000939",
        "22023",
        compilation(
            "error line 0 at position -1\n%s arguments for function [%s], expected %s, got %d"
                .formatted("wrong number of", function, expected, got)));
  }

  /** Any other fault that is found before the statement runs. */
  public static SnowflakeException compilationError(String message) {
    return new SnowflakeException("001065", "42601", compilation(message));
  }

  /** A string that is no number. */
  public static SnowflakeException notANumber(String value) {
    return new SnowflakeException(
        "100038", "22018", "Numeric value '" + value + "' is not recognized");
  }

  /**
   * A string that is no DATE, TIME, TIMESTAMP or BOOLEAN; kind in Snowflake's words: Date, Boolean.
   */
  public static SnowflakeException notRecognized(String kind, String value) {
    String code =
        switch (kind) {
          case "Date" -> "100040";
          case "Boolean" -> "100037";
          case "Time" -> "100108";
          default -> "100035";
        };
    String state = kind.equals("Boolean") ? "22018" : "22007";
    return new SnowflakeException(code, state, kind + " value '" + value + "' is not recognized");
  }

  /** A VARIANT that the wanted type cannot hold. */
  public static SnowflakeException failedVariantCast(String value, String type) {
    return new SnowflakeException(
        "100071", "22000", "Failed to cast variant value " + value + " to " + type);
  }

  /** A number that is too large for its type. */
  public static SnowflakeException outOfRange(String value) {
    return new SnowflakeException(
        "100039", "22003", "Numeric value '" + value + "' is out of range");
  }

  /** Text that is longer than its column. */
  public static SnowflakeException textTooLong(String value) {
    return new SnowflakeException(
        "100078", "22000", "String '" + value + "' is too long and would be truncated");
  }

  /** Text that is no JSON. */
  public static SnowflakeException invalidJson(String detail) {
    return new SnowflakeException("100069", "22P02", "Error parsing JSON: " + detail);
  }

  public static SnowflakeException divisionByZero() {
    return new SnowflakeException("100051", "22012", "Division by zero");
  }

  /** NULL in a column that forbids it. */
  public static SnowflakeException nullInNotNullColumn(String column) {
    return new SnowflakeException(
        "100072", "22000", "NULL result in a non-nullable column: " + column);
  }

  /** MERGE or UPDATE in which several source rows match one target row. */
  public static SnowflakeException duplicateRow(String row) {
    return new SnowflakeException(
        "100090", "42P18", "Duplicate row detected during DML action\nRow Values: " + row);
  }

  /** A scalar subquery with several rows. */
  public static SnowflakeException subqueryReturnsSeveralRows() {
    return new SnowflakeException(
        "090150", "22000", "Single-row subquery returns more than one row.");
  }

  /** The role may see the object but not do this to it. */
  public static SnowflakeException insufficientPrivileges(String kind, String name) {
    return new SnowflakeException(
        "003001",
        "42501",
        "SQL access control error:\nInsufficient privileges to operate on "
            + kind
            + " '"
            + name
            + "'.");
  }

  /** Snowflake has it, the local account does not; {@code what} completes the sentence. */
  public static SnowflakeException unsupported(String what) {
    return new SnowflakeException(
        UNSUPPORTED,
        "0A000",
        "Unsupported feature: the local account does not support " + what + ".");
  }

  /** A statement that was stopped on request. */
  public static SnowflakeException cancelled() {
    return new SnowflakeException("000604", "57014", "SQL execution canceled");
  }

  /** A fault of the local account; the cause goes to its log, not to the client. */
  public static SnowflakeException internal(String what, Throwable cause) {
    return new SnowflakeException(
        INTERNAL, "XX000", "Internal error of the local account: " + what, cause);
  }

  private static String compilation(String message) {
    return "SQL compilation error:\n" + message;
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
