package io.snowpull.packaging.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Removes an installation and, separately, its package. Safe to repeat. */
public final class Uninstaller {
  private final AccountSession session;

  public Uninstaller(AccountSession session) {
    this.session = session;
  }

  /** For people: what goes and what stays, a line each. */
  public List<String> plan(InstallationNames names, PackageNames packageNames, boolean andPackage) {
    List<String> lines = new ArrayList<>();
    lines.add("goes:  application " + names.application() + ", with its configuration and history");
    for (Map<String, String> database :
        session.rows(names.applicationStatements().showDatabases())) {
      if (names.application().text().equals(database.get("owner"))) {
        lines.add("goes:  database " + database.get("name") + ", with the ingested data");
      }
    }
    lines.add(
        "goes:  database "
            + names.secretsDatabase()
            + ", with the token, and integration "
            + names.integration());
    lines.add("stays: warehouse " + names.warehouse());
    lines.add(
        (andPackage ? "goes:  " : "stays: ")
            + "application package "
            + packageNames.applicationPackage());
    return lines;
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
