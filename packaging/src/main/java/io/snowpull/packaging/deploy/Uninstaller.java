package io.snowpull.packaging.deploy;

/** Removes an installation and, separately, its package. Safe to repeat. */
public final class Uninstaller {
  private final AccountSession session;

  public Uninstaller(AccountSession session) {
    this.session = session;
  }

  /** Removes the application with all it owns: the ingested data goes with it. */
  public void uninstall(InstallationNames names) {
    session.run(names.applicationStatements().drop());
    names.connectionStatements().drop().forEach(session::run);
  }

  /** Removes the package with its versions. No application may be installed from it. */
  public void removePackage(PackageNames names) {
    session.run(names.statements().drop());
  }
}
