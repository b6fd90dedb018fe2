package io.snowpull.runtime.configuration;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an object of the account, given by a person, without quotes: one to three parts, in
 * upper case.
 *
 * <p>Only unquoted identifiers are taken:
 * https://docs.snowflake.com/en/sql-reference/identifiers-syntax
 */
public record SqlName(List<String> parts) {
  private static final Pattern PART = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]{0,254}");

  public SqlName {
    parts = List.copyOf(parts);
  }

  /**
   * Reads a name of exactly so many parts.
   *
   * @param key the configuration key it came from, for the error
   * @param shape what it should look like, for the error
   */
  static SqlName parse(String key, String value, int parts, String shape) {
    List<String> given = List.of(value.strip().split("\\.", -1));
    if (given.size() != parts || !given.stream().allMatch(part -> PART.matcher(part).matches())) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "Configuration key '"
              + key
              + "' is '"
              + value
              + "', which is not "
              + shape
              + ". Use letters, digits, _ and $ only, without quotes.");
    }
    return new SqlName(given.stream().map(part -> part.toUpperCase(Locale.ROOT)).toList());
  }

  /** The name as SQL reads it. */
  public String text() {
    return String.join(".", parts);
  }
}
