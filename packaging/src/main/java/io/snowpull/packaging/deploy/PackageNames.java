package io.snowpull.packaging.deploy;

/**
 * Where a package lives in an account.
 *
 * @param applicationPackage the application package; its stage is inside it
 * @param version at most 30 characters
 */
public record PackageNames(
    SqlName applicationPackage, SqlName schema, SqlName stage, SqlName version) {
  private static final int LONGEST_VERSION = 30;

  public PackageNames {
    if (version.text().length() > LONGEST_VERSION) {
      throw new DeploymentException(
          "INVALID_VERSION",
          "version " + version + " is longer than " + LONGEST_VERSION + " characters");
    }
  }

  /** The stage where the Snowflake CLI looks for it too: {@code APP_SRC.STAGE}. */
  public static PackageNames of(String applicationPackage, String version) {
    return new PackageNames(
        SqlName.of(applicationPackage),
        SqlName.of("APP_SRC"),
        SqlName.of("STAGE"),
        SqlName.of(version));
  }

  StageFolder folder() {
    return new StageFolder(applicationPackage, schema, stage, version.text());
  }
}
