package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the values of secrets out of the query history and out of error messages. */
final class Redaction {

  /** Also matches inside a quoted statement, where the quotes are doubled. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?is)(\\b(?:SECRET_STRING|PASSWORD|OAUTH_REFRESH_TOKEN|CLIENT_SECRET|RSA_PUBLIC_KEY)"
              + "\\s*=\\s*)('+[^']*'+|\\$\\$.*?\\$\\$|\\S+)");

  private final String text;
  private final List<String> values = new ArrayList<>();

  Redaction(String statement) {
    Matcher matcher = SECRET.matcher(statement);
    StringBuilder redacted = new StringBuilder();
    while (matcher.find()) {
      String value = matcher.group(2).replaceAll("^('+|\\$\\$)|('+|\\$\\$)$", "");
      if (!value.isBlank()) {
        values.add(value);
      }
      matcher.appendReplacement(redacted, "$1'***'");
    }
    this.text = matcher.appendTail(redacted).toString();
  }

  /** The statement with the secrets' values masked. */
  String text() {
    return text;
  }

  /** The error with the secrets' values masked. */
  SnowflakeException apply(SnowflakeException error) {
    String message = error.message();
    for (String value : values) {
      message = message.replace(value, "***");
    }
    return message.equals(error.message())
        ? error
        : new SnowflakeException(error.code(), error.sqlState(), message);
  }
}
