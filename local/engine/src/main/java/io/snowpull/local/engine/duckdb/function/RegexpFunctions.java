package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.duckdb.function.JavaFunction.Kind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions-regexp
 */
final class RegexpFunctions {

  private static final int LARGEST_CACHE = 1_000;

  private final ConcurrentHashMap<String, Pattern> patterns = new ConcurrentHashMap<>();

  private RegexpFunctions() {}

  static List<JavaFunction> all() {
    RegexpFunctions functions = new RegexpFunctions();
    return List.of(
        JavaFunction.strict(
            "sf_regexp_like",
            Kind.BOOLEAN,
            List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT),
            a -> functions.matcher(a[0], a[1], a[2]).matches()),
        JavaFunction.strict(
            "sf_regexp_count",
            Kind.LONG,
            List.of(Kind.TEXT, Kind.TEXT, Kind.LONG, Kind.TEXT),
            a -> functions.count(a)),
        JavaFunction.strict(
            "sf_regexp_instr",
            Kind.LONG,
            List.of(Kind.TEXT, Kind.TEXT, Kind.LONG, Kind.LONG, Kind.LONG, Kind.TEXT, Kind.LONG),
            a -> functions.instr(a)),
        JavaFunction.strict(
            "sf_regexp_replace",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.LONG, Kind.LONG, Kind.TEXT),
            a -> functions.replace(a)),
        JavaFunction.strict(
            "sf_regexp_substr",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT, Kind.LONG, Kind.LONG, Kind.TEXT, Kind.LONG),
            a -> functions.substr(a)),
        JavaFunction.strict(
            "sf_regexp_substr_all",
            Kind.TEXT,
            List.of(Kind.TEXT, Kind.TEXT, Kind.TEXT),
            a -> functions.all(a)));
  }

  private Matcher matcher(@Nullable Object text, @Nullable Object regex, @Nullable Object flags) {
    if (patterns.size() > LARGEST_CACHE) {
      patterns.clear();
    }
    String parameters = String.valueOf(flags);
    return patterns
        .computeIfAbsent(
            parameters + "/" + regex, key -> compile(String.valueOf(regex), parameters))
        .matcher(String.valueOf(text));
  }

  private static Pattern compile(String regex, String parameters) {
    int flags = 0;
    for (char parameter : parameters.toCharArray()) {
      switch (parameter) {
        case 'i' -> flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        case 'c' -> flags &= ~Pattern.CASE_INSENSITIVE;
        case 'm' -> flags |= Pattern.MULTILINE;
        case 's' -> flags |= Pattern.DOTALL;
        case 'e' -> {}
        default ->
            throw SnowflakeException.compilationError(
                "Invalid regular expression parameter: '" + parameter + "'");
      }
    }
    try {
      return Pattern.compile(posix(regex), flags);
    } catch (PatternSyntaxException e) {
      throw new SnowflakeException(
          "100048", "2201B", "Invalid regular expression: '" + regex + "', " + e.getDescription());
    }
  }

  /** Bracket classes such as {@code [:alpha:]}, which Java spells {@code \p{Alpha}}. */
  private static String posix(String regex) {
    return regex.contains("[:")
        ? regex
            .replace("[:alpha:]", "\\p{Alpha}")
            .replace("[:digit:]", "\\p{Digit}")
            .replace("[:alnum:]", "\\p{Alnum}")
            .replace("[:upper:]", "\\p{Upper}")
            .replace("[:lower:]", "\\p{Lower}")
            .replace("[:space:]", "\\s")
            .replace("[:punct:]", "\\p{Punct}")
            .replace("[:blank:]", "\\p{Blank}")
            .replace("[:cntrl:]", "\\p{Cntrl}")
            .replace("[:graph:]", "\\p{Graph}")
            .replace("[:print:]", "\\p{Print}")
            .replace("[:xdigit:]", "\\p{XDigit}")
        : regex;
  }

  private long count(@Nullable Object[] a) {
    Matcher matcher = matcher(a[0], a[1], a[3]);
    int from = start(a[2]);
    long count = 0;
    if (from <= String.valueOf(a[0]).length() && matcher.find(from)) {
      do {
        count++;
      } while (matcher.find());
    }
    return count;
  }

  private long instr(@Nullable Object[] a) {
    Matcher matcher = matcher(a[0], a[1], a[5]);
    if (!find(matcher, String.valueOf(a[0]), start(a[2]), number(a[3]))) {
      return 0L;
    }
    int group = group(matcher, String.valueOf(a[5]), number(a[6]));
    return 1L + (number(a[4]) == 0 ? matcher.start(group) : matcher.end(group));
  }

  private @Nullable String substr(@Nullable Object[] a) {
    Matcher matcher = matcher(a[0], a[1], a[4]);
    if (!find(matcher, String.valueOf(a[0]), start(a[2]), number(a[3]))) {
      return null;
    }
    return matcher.group(group(matcher, String.valueOf(a[4]), number(a[5])));
  }

  private String all(@Nullable Object[] a) {
    Matcher matcher = matcher(a[0], a[1], a[2]);
    List<@Nullable Object> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return JsonText.write(found);
  }

  private String replace(@Nullable Object[] a) {
    String text = String.valueOf(a[0]);
    String replacement = String.valueOf(a[2]).replace("$", "\\$").replaceAll("\\\\(?=\\d)", "\\$");
    int from = start(a[3]);
    long occurrence = number(a[4]);
    if (from > text.length()) {
      return text;
    }
    Matcher matcher = matcher(text, a[1], a[5]);
    StringBuilder out = new StringBuilder();
    long seen = 0;
    boolean found = matcher.find(from);
    while (found) {
      seen++;
      if (occurrence == 0 || seen == occurrence) {
        matcher.appendReplacement(out, replacement);
      }
      found = matcher.find();
    }
    matcher.appendTail(out);
    return out.toString();
  }

  private static boolean find(Matcher matcher, String text, int from, long occurrence) {
    if (from > text.length() || !matcher.find(from)) {
      return false;
    }
    for (long i = 1; i < occurrence; i++) {
      if (!matcher.find()) {
        return false;
      }
    }
    return true;
  }

  /** The group asked for; with the parameter e and none asked for, the first. */
  private static int group(Matcher matcher, String parameters, long asked) {
    int group = asked == 0 && parameters.contains("e") ? 1 : (int) asked;
    return Math.min(group, matcher.groupCount());
  }

  private static int start(@Nullable Object position) {
    return (int) Math.max(0, number(position) - 1);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }
}
