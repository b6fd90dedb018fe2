package io.snowpull.runtime.configuration;

import com.snowflake.snowpark_java.types.SnowflakeSecrets;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;

/** Reads what the consumer put into a secret that is bound to the running procedure. */
public final class SecretText {
  private static final String OAUTH = "OAUTH2";

  private SecretText() {}

  /**
   * The text of a secret, as it was stored; of one of type OAUTH2 the access token, which Snowflake
   * renews.
   *
   * @param alias the alias that the application declares for it
   * @throws ConnectorException SECRET_UNREADABLE when the application may not read it
   */
  public static String read(String alias) {
    try {
      SnowflakeSecrets secrets = SnowflakeSecrets.newInstance();
      return OAUTH.equals(secrets.getSecretType(alias))
          ? secrets.getOAuthAccessToken(alias)
          : secrets.getGenericSecretString(alias);
    } catch (RuntimeException e) {
      // Not chained: what the platform throws here is outside our control and might show the value.
      throw new ConnectorException(
          RuntimeError.SECRET_UNREADABLE,
          "The secret bound as '"
              + alias
              + "' cannot be read ("
              + e.getClass().getSimpleName()
              + "). Check that the application still has READ on it, then call"
              + " PUBLIC.PROVISION_CONNECTOR again to bind it.");
    }
  }
}
