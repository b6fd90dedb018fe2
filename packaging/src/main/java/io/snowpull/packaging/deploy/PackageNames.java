package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.PackageStatements;
import io.snowpull.ddl.deployment.StageFolder;
import java.util.List;

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
  public static PackageNames of(ApplicationModel application) {
    return new PackageNames(
        application.name().plus("_PACKAGE"),
        SqlName.of("APP_SRC"),
        SqlName.of("STAGE"),
        application.version());
  }

  /** The same under another name. */
  public PackageNames named(SqlName other) {
    return new PackageNames(other, schema, stage, version);
  }

  /** The same with another version's name. */
  public PackageNames versioned(SqlName other) {
    return new PackageNames(applicationPackage, schema, stage, other);
  }

  /** The same with its files on another stage of the package. */
  public PackageNames staged(SqlName otherSchema, SqlName otherStage) {
    return new PackageNames(applicationPackage, otherSchema, otherStage, version);
  }

  StageFolder folder() {
    return new StageFolder(
        List.of(applicationPackage.text(), schema.text(), stage.text()), version.text());
  }

  PackageStatements statements() {
    return new PackageStatements(applicationPackage.text());
  }
}
