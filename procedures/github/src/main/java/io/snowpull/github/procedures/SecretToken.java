package io.snowpull.github.procedures;

import com.snowflake.snowpark_java.types.SnowflakeSecrets;
import io.snowpull.github.client.Token;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;

/** Reads the GitHub token from the secret that is bound to the running procedure. */
final class SecretToken {
  private static final String ALIAS = "token";

  private SecretToken() {}

  static Token read() {
    String secret;
    try {
      secret = SnowflakeSecrets.newInstance().getGenericSecretString(ALIAS);
    } catch (RuntimeException e) {
      // Not chained: what the platform throws here is outside our control and might show the value.
      throw new ConnectorException(
          RuntimeError.SECRET_UNREADABLE,
          "The secret with the GitHub token cannot be read ("
              + e.getClass().getSimpleName()
              + "). Check that the application still has READ on it, then call"
              + " PUBLIC.PROVISION_CONNECTOR again to bind it.");
    }
    return Token.of(secret);
  }
}
