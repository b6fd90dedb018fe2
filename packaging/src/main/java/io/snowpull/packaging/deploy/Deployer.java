package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.PackageStatements;
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
    PackageStatements statements = names.statements();
    session.run(statements.create());
    session.run(statements.createSchema(names.schema().text()));
    session.run(statements.createStage(names.schema().text(), names.stage().text()));
    new StageUpload(session, names.folder()).synchronize(content);
    return publish(content, names);
  }

  /** Makes {@code version} the one that new installations of the package get. */
  public void release(DeployedVersion version) {
    PackageStatements statements = version.names().statements();
    String number = version.names().version().text();
    if (!hasChannels(version.names())) {
      session.run(statements.release(number, version.patch()));
      return;
    }
    if (!isInDefaultChannel(version)) {
      session.run(statements.addToDefaultChannel(number));
    }
    session.run(statements.releaseInDefaultChannel(number, version.patch()));
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
    return session.rows(names.statements().showReleaseChannels());
  }

  /**
   * The newest patch of the version, as it was deployed before.
   *
   * @throws DeploymentException NOT_DEPLOYED when there is none
   */
  public DeployedVersion newest(PackageNames names) {
    return newestPatch(names)
        .map(patch -> new DeployedVersion(names, patch.number(), false))
        .orElseThrow(
            () ->
                new DeploymentException(
                    "NOT_DEPLOYED",
                    names.applicationPackage()
                        + " has no version "
                        + names.version()
                        + ": deploy it first, with ./snowpull deploy"));
  }

  private Optional<Patch> newestPatch(PackageNames names) {
    return session.rows(names.statements().showVersions()).stream()
        .filter(row -> names.version().text().equalsIgnoreCase(row.get("version")))
        .map(Patch::of)
        .max(Comparator.comparingInt(Patch::number));
  }

  private DeployedVersion publish(PackageFolder content, PackageNames names) {
    Optional<Patch> newest = newestPatch(names);
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
    String version = names.version().text();
    session.run(
        hasChannels(names)
            ? names.statements().registerVersion(version, names.folder(), label)
            : names.statements().addVersion(version, names.folder(), label));
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
    session.run(names.statements().addPatch(number, names.version().text(), names.folder(), label));
    return new DeployedVersion(names, number, true);
  }
}
