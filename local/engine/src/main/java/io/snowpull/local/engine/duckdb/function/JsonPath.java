package io.snowpull.local.engine.duckdb.function;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths as GET_PATH and FLATTEN take them: {@code a.b[0]["c d"]}. */
final class JsonPath {

  private static final Pattern STEP =
      Pattern.compile(
          "\\.?([A-Za-z_][A-Za-z0-9_$]*)|\\.?\"([^\"]*)\"|\\[(\\d+)]|\\['([^']*)']|\\[\"([^\"]*)\"]");

  private JsonPath() {}

  /** The path in DuckDB's notation; {@code $} for the empty one. */
  static String duckdb(String path) {
    StringBuilder result = new StringBuilder("$");
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (end < path.length()) {
      step.region(end, path.length());
      if (!step.lookingAt()) {
        throw SnowflakeException.compilationError("Invalid extraction path '" + path + "'.");
      }
      if (step.group(3) != null) {
        result.append('[').append(step.group(3)).append(']');
      } else {
        String key =
            step.group(1) != null
                ? step.group(1)
                : step.group(2) != null
                    ? step.group(2)
                    : step.group(4) != null ? step.group(4) : step.group(5);
        result.append(".\"").append(key.replace("\\", "\\\\")).append('"');
      }
      end = step.end();
    }
    return result.toString();
  }
}
