package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries a Snowflake error through DuckDB, which passes on nothing but an exception's message: the
 * code and the SQLSTATE travel in a mark in front of the text.
 */
public final class ErrorText {

  private static final Pattern MARKED =
      Pattern.compile("\\[\\[(\\d{6})\\|(\\w{5})]](.*?)(?:\\[\\[end]]|$)", Pattern.DOTALL);

  private ErrorText() {}

  /** The text to raise inside DuckDB. */
  public static String encode(SnowflakeException error) {
    return "[[" + error.code() + "|" + error.sqlState() + "]]" + error.message() + "[[end]]";
  }

  /** The error that a DuckDB message carries, if it carries one. */
  public static Optional<SnowflakeException> decode(String message) {
    Matcher matcher = MARKED.matcher(message);
    return matcher.find()
        ? Optional.of(new SnowflakeException(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
