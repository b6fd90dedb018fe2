package io.snowpull.packaging.deploy;

import static io.snowpull.packaging.deploy.SqlValue.name;
import static io.snowpull.packaging.deploy.SqlValue.text;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the content of a package folder a version, or the next patch of it, of an application
 * package. Safe to repeat after a failure at any statement; the same content makes no new patch.
 */
public final class Deployer {
  /** https://docs.snowflake.com/en/sql-reference/sql/alter-application-package-version */
  private static final int LAST_PATCH = 130;

  private final AccountSession session;

  public Deployer(AccountSession session) {
    this.session = session;
  }

  public DeployedVersion deploy(Path folder, PackageNames names) {
    PackageFolder content = PackageFolder.read(folder);
    preparePackage(names);
    new StageUpload(session, names.folder()).synchronize(content);
    return publish(content, names);
  }

  /** Makes {@code version} the one that new installations of the package get. */
  public void release(DeployedVersion version) {
    SqlValue applicationPackage = name(version.names().applicationPackage());
    SqlValue number = name(version.names().version());
    SqlValue patch = new SqlValue.Number(version.patch());
    if (!hasChannels(version.names())) {
      session.run(
          SqlStatement.of(
              "ALTER APPLICATION PACKAGE {} SET DEFAULT RELEASE DIRECTIVE VERSION = {} PATCH = {}",
              applicationPackage,
              number,
              patch));
      return;
    }
    if (!isInDefaultChannel(version)) {
      session.run(
          SqlStatement.of(
              "ALTER APPLICATION PACKAGE {} MODIFY RELEASE CHANNEL DEFAULT ADD VERSION {}",
              applicationPackage,
              number));
    }
    session.run(
        SqlStatement.of(
            "ALTER APPLICATION PACKAGE {} MODIFY RELEASE CHANNEL DEFAULT SET DEFAULT RELEASE"
                + " DIRECTIVE VERSION = {} PATCH = {}",
            applicationPackage,
            number,
            patch));
  }

  /** Adding a version to a channel that has it is an error. */
  private boolean isInDefaultChannel(DeployedVersion version) {
    String quoted = "\"" + version.names().version().text() + "\"";
    return channels(version.names()).stream()
        .filter(row -> "DEFAULT".equalsIgnoreCase(row.get("name")))
        .anyMatch(row -> row.getOrDefault("versions", "").contains(quoted));
  }

  private boolean hasChannels(PackageNames names) {
    return !channels(names).isEmpty();
  }

  private List<Map<String, String>> channels(PackageNames names) {
    return session.rows(
        SqlStatement.of(
            "SHOW RELEASE CHANNELS IN APPLICATION PACKAGE {}", name(names.applicationPackage())));
  }

  private void preparePackage(PackageNames names) {
    SqlName applicationPackage = names.applicationPackage();
    session.run(
        SqlStatement.of(
            "CREATE APPLICATION PACKAGE IF NOT EXISTS {} DISTRIBUTION = INTERNAL",
            name(applicationPackage)));
    session.run(
        SqlStatement.of(
            "CREATE SCHEMA IF NOT EXISTS {}", name(applicationPackage, names.schema())));
    // Encrypted by the server alone, LIST shows the checksum of the file as we have it.
    session.run(
        SqlStatement.of(
            "CREATE STAGE IF NOT EXISTS {} ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE')",
            name(applicationPackage, names.schema(), names.stage())));
  }

  private DeployedVersion publish(PackageFolder content, PackageNames names) {
    Optional<Patch> newest =
        session
            .rows(
                SqlStatement.of(
                    "SHOW VERSIONS IN APPLICATION PACKAGE {}", name(names.applicationPackage())))
            .stream()
            .filter(row -> names.version().text().equalsIgnoreCase(row.get("version")))
            .map(Patch::of)
            .max(Comparator.comparingInt(Patch::number));
    String label = content.contentLabel();
    if (newest.isEmpty()) {
      addVersion(names, label);
      return new DeployedVersion(names, 0, true);
    }
    Patch patch = newest.get();
    if (patch.label().equals(label)) {
      return new DeployedVersion(names, patch.number(), false);
    }
    return addPatch(names, patch.number() + 1, label);
  }

  private record Patch(int number, String label) {
    static Patch of(Map<String, String> row) {
      return new Patch(
          Integer.parseInt(row.getOrDefault("patch", "0")), row.getOrDefault("label", ""));
    }
  }

  /** With release channels ADD VERSION is an error, and without them REGISTER VERSION is. */
  private void addVersion(PackageNames names, String label) {
    SqlValue[] values = {
      name(names.applicationPackage()), name(names.version()), names.folder().asText(), text(label)
    };
    session.run(
        hasChannels(names)
            ? SqlStatement.of(
                "ALTER APPLICATION PACKAGE {} REGISTER VERSION {} USING {} LABEL = {}", values)
            : SqlStatement.of(
                "ALTER APPLICATION PACKAGE {} ADD VERSION {} USING {} LABEL = {}", values));
  }

  private DeployedVersion addPatch(PackageNames names, int number, String label) {
    if (number > LAST_PATCH) {
      throw new DeploymentException(
          "TOO_MANY_PATCHES",
          "version "
              + names.version()
              + " of "
              + names.applicationPackage()
              + " has all "
              + LAST_PATCH
              + " patches that Snowflake allows: raise the version");
    }
    session.run(
        SqlStatement.of(
            "ALTER APPLICATION PACKAGE {} ADD PATCH {} FOR VERSION {} USING {} LABEL = {}",
            name(names.applicationPackage()),
            new SqlValue.Number(number),
            name(names.version()),
            names.folder().asText(),
            text(label)));
    return new DeployedVersion(names, number, true);
  }
}
