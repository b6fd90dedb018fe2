package io.snowpull.packaging.deploy;

import static io.snowpull.packaging.deploy.SqlValue.name;

/** Removes an installation and, separately, its package. Safe to repeat. */
public final class Uninstaller {
  private final AccountSession session;

  public Uninstaller(AccountSession session) {
    this.session = session;
  }

  /** Removes the application with all it owns: the ingested data goes with it. */
  public void uninstall(InstallationNames names) {
    session.run(
        SqlStatement.of("DROP APPLICATION IF EXISTS {} CASCADE", name(names.application())));
    session.run(SqlStatement.of("DROP INTEGRATION IF EXISTS {}", name(names.integration())));
    session.run(SqlStatement.of("DROP DATABASE IF EXISTS {}", name(names.secretsDatabase())));
  }

  /** Removes the package with its versions. No application may be installed from it. */
  public void removePackage(PackageNames names) {
    session.run(
        SqlStatement.of("DROP APPLICATION PACKAGE IF EXISTS {}", name(names.applicationPackage())));
  }
}
