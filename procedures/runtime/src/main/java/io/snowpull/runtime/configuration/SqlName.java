package io.snowpull.runtime.configuration;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of an object of the account, given by a person, with or without quotes.
 *
 * <p>https://docs.snowflake.com/en/sql-reference/identifiers-syntax
 *
 * @param parts the parts as they are stored: what had no quotes is in upper case
 */
public record SqlName(List<String> parts) {
  private static final Pattern PART =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_$]*)|\"((?:[^\"\0]|\"\")+)\"");
  private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_$]*");
  private static final int MAX_LENGTH = 255;

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
    List<String> read = read(value.strip());
    if (read.size() != parts || read.stream().anyMatch(part -> part.length() > MAX_LENGTH)) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "Configuration key '" + key + "' is '" + value + "', which is not " + shape + ".");
    }
    return new SqlName(read);
  }

  /** Empty when it is not a name. */
  private static List<String> read(String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int at = 0;
    while (matcher.find(at) && matcher.start() == at) {
      parts.add(
          matcher.group(1) != null
              ? matcher.group(1).toUpperCase(Locale.ROOT)
              : matcher.group(2).replace("\"\"", "\""));
      if (matcher.end() == text.length()) {
        return parts;
      }
      if (text.charAt(matcher.end()) != '.') {
        return List.of();
      }
      at = matcher.end() + 1;
    }
    return List.of();
  }

  /** Whether the name means the same without quotes. */
  boolean isPlain() {
    return parts.stream().allMatch(part -> PLAIN.matcher(part).matches());
  }

  /** The name as SQL reads it, with quotes where it needs them. */
  public String text() {
    return parts.stream()
        .map(part -> PLAIN.matcher(part).matches() ? part : '"' + part.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining("."));
  }
}
