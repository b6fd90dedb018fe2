package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The PATTERN of a statement on a stage: a regular expression for the whole path of a file. */
final class FilePattern {

  private FilePattern() {}

  /**
   * The paths that the pattern selects; all of them without one.
   *
   * @throws SnowflakeException if it is no regular expression
   */
  static Predicate<String> of(@Nullable String pattern) {
    if (pattern == null) {
      return path -> true;
    }
    try {
      return Pattern.compile(pattern).asMatchPredicate();
    } catch (PatternSyntaxException e) {
      throw SnowflakeException.compilationError("invalid regular expression: '" + pattern + "'");
    }
  }
}
