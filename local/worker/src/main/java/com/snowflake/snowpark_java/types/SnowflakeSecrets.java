package com.snowflake.snowpark_java.types;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The secrets bound to the running procedure, with the signature of Snowpark's class of the same
 * name
 * (https://docs.snowflake.com/en/developer-guide/external-network-access/secret-api-reference).
 *
 * <p>Each call has a class loader of its own that defines this class again, so the secrets of one
 * call are out of reach of another.
 */
public class SnowflakeSecrets {
  private final Function<String, Map<String, String>> secrets;

  private SnowflakeSecrets(Function<String, Map<String, String>> secrets) {
    this.secrets = secrets;
  }

  @SuppressWarnings("unchecked")
  public static SnowflakeSecrets newInstance() {
    if (SnowflakeSecrets.class.getClassLoader() instanceof Function<?, ?> source) {
      return new SnowflakeSecrets((Function<String, Map<String, String>>) source);
    }
    throw new UnsupportedOperationException("Secrets are served to a running procedure only.");
  }

  public String getSecretType(String alias) {
    return part(alias, "type");
  }

  public String getGenericSecretString(String alias) {
    return typed(alias, "GENERIC_STRING", "value");
  }

  public String getOAuthAccessToken(String alias) {
    return typed(alias, "OAUTH2", "value");
  }

  public UsernamePassword getUsernamePassword(String alias) {
    return new UsernamePassword(
        typed(alias, "PASSWORD", "username"), typed(alias, "PASSWORD", "value"));
  }

  public CloudProviderToken getCloudProviderToken(String alias) {
    throw new UnsupportedOperationException(
        "The local account does not support cloud provider tokens (secret '" + alias + "').");
  }

  private String typed(String alias, String type, String part) {
    String actual = part(alias, "type");
    if (!actual.equals(type)) {
      throw new IllegalArgumentException(
          "Secret '" + alias + "' has type " + actual + ", not " + type + ".");
    }
    return part(alias, part);
  }

  private String part(String alias, String part) {
    String value = secrets.apply(alias).get(part);
    if (value == null) {
      throw new NoSuchElementException(
          "The procedure has no secret '"
              + alias
              + "'. Bind it with ALTER PROCEDURE ... SET SECRETS = ('"
              + alias
              + "' = ...).");
    }
    return value;
  }
}
