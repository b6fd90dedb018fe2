package io.snowpull.local.worker.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A secret bound to the procedure under an alias. {@code type} is Snowflake's: GENERIC_STRING,
 * PASSWORD, OAUTH2. For PASSWORD {@code username} is set; {@code value} is the string, the password
 * or the access token.
 */
public record SecretValue(String alias, String type, @Nullable String username, String value) {
  @Override
  public String toString() {
    return "SecretValue[alias=" + alias + ", type=" + type + "]";
  }
}
