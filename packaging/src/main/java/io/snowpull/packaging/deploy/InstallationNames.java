package io.snowpull.packaging.deploy;

/**
 * What an installation is called in the consumer's account.
 *
 * @param secretsDatabase holds the network rule and the secret, in its schema PUBLIC
 */
public record InstallationNames(
    SqlName application,
    SqlName secretsDatabase,
    SqlName networkRule,
    SqlName secret,
    SqlName integration,
    SqlName warehouse) {
  static final SqlName PUBLIC = SqlName.of("PUBLIC");

  /** The names of the quickstart that this connector follows. */
  public static InstallationNames of(String application, String warehouse) {
    SqlName name = SqlName.of(application);
    return new InstallationNames(
        name,
        name.plus("_SECRETS"),
        SqlName.of("GH_RULE"),
        SqlName.of("GITHUB_TOKEN"),
        SqlName.of("GITHUB_INTEGRATION"),
        SqlName.of(warehouse));
  }

  SqlValue.Name networkRuleName() {
    return SqlValue.name(secretsDatabase, PUBLIC, networkRule);
  }

  SqlValue.Name secretName() {
    return SqlValue.name(secretsDatabase, PUBLIC, secret);
  }

  /** For the connector's configuration: {@code DATABASE.SCHEMA.SECRET}. */
  public String qualifiedSecret() {
    return secretName().rendered();
  }
}
