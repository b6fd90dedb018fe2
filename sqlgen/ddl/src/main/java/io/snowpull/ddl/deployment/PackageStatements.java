package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Statements for an application package.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-application-package">ALTER
 *     APPLICATION PACKAGE</a>
 */
public final class PackageStatements {
  private final String name;
  private final QueryPart applicationPackage;

  /**
   * @param name the package
   */
  public PackageStatements(String name) {
    this.name = name;
    this.applicationPackage = Rendering.plain(List.of(name));
  }

  public AccountStatement create() {
    return AccountStatement.of(
        "CREATE APPLICATION PACKAGE IF NOT EXISTS {0} DISTRIBUTION = INTERNAL", applicationPackage);
  }

  public AccountStatement createSchema(String schema) {
    return AccountStatement.of(
        "CREATE SCHEMA IF NOT EXISTS {0}", Rendering.plain(List.of(name, schema)));
  }

  /** Encrypted by the server alone, so that LIST shows the checksum of the file as we have it. */
  public AccountStatement createStage(String schema, String stage) {
    return AccountStatement.of(
        "CREATE STAGE IF NOT EXISTS {0} ENCRYPTION = (TYPE = 'SNOWFLAKE_SSE')",
        Rendering.plain(List.of(name, schema, stage)));
  }

  public AccountStatement showVersions() {
    return AccountStatement.of("SHOW VERSIONS IN APPLICATION PACKAGE {0}", applicationPackage);
  }

  /** No rows where the account has no release channels. */
  public AccountStatement showReleaseChannels() {
    return AccountStatement.of(
        "SHOW RELEASE CHANNELS IN APPLICATION PACKAGE {0}", applicationPackage);
  }

  /** Without release channels. */
  public AccountStatement addVersion(String version, StageFolder from, String label) {
    return version("ADD", version, from, label);
  }

  /** With release channels. */
  public AccountStatement registerVersion(String version, StageFolder from, String label) {
    return version("REGISTER", version, from, label);
  }

  private AccountStatement version(String verb, String version, StageFolder from, String label) {
    return AccountStatement.of(
        "ALTER APPLICATION PACKAGE {0} {1} VERSION {2} USING {3} LABEL = {4}",
        applicationPackage,
        DSL.keyword(verb),
        Rendering.plain(List.of(version)),
        from.asText(),
        Rendering.text(label));
  }

  public AccountStatement addPatch(int patch, String version, StageFolder from, String label) {
    return AccountStatement.of(
        "ALTER APPLICATION PACKAGE {0} ADD PATCH {1} FOR VERSION {2} USING {3} LABEL = {4}",
        applicationPackage,
        DSL.inline(patch),
        Rendering.plain(List.of(version)),
        from.asText(),
        Rendering.text(label));
  }

  /** With release channels: lets the default channel offer a version. */
  public AccountStatement addToDefaultChannel(String version) {
    return AccountStatement.of(
        "ALTER APPLICATION PACKAGE {0} MODIFY RELEASE CHANNEL DEFAULT ADD VERSION {1}",
        applicationPackage, Rendering.plain(List.of(version)));
  }

  /** With release channels: what new installations from the default channel get. */
  public AccountStatement releaseInDefaultChannel(String version, int patch) {
    return AccountStatement.of(
        "ALTER APPLICATION PACKAGE {0} MODIFY RELEASE CHANNEL DEFAULT SET DEFAULT RELEASE"
            + " DIRECTIVE VERSION = {1} PATCH = {2}",
        applicationPackage, Rendering.plain(List.of(version)), DSL.inline(patch));
  }

  /** Without release channels: what new installations get. */
  public AccountStatement release(String version, int patch) {
    return AccountStatement.of(
        "ALTER APPLICATION PACKAGE {0} SET DEFAULT RELEASE DIRECTIVE VERSION = {1} PATCH = {2}",
        applicationPackage, Rendering.plain(List.of(version)), DSL.inline(patch));
  }

  public AccountStatement drop() {
    return AccountStatement.of("DROP APPLICATION PACKAGE IF EXISTS {0}", applicationPackage);
  }
}
