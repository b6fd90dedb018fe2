package io.snowpull.packaging.deploy;

import static io.snowpull.packaging.deploy.SqlValue.text;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a folder on a stage equal to a local one; files that are equal already do not travel. */
final class StageUpload {
  private final AccountSession session;
  private final StageFolder target;

  StageUpload(AccountSession session, StageFolder target) {
    this.session = session;
    this.target = target;
  }

  void synchronize(PackageFolder content) {
    Map<String, String> present = present();
    content
        .checksums()
        .forEach(
            (file, md5) -> {
              if (!md5.equals(present.get(file))) {
                put(content, file);
              }
            });
    present.keySet().stream()
        .filter(file -> !content.checksums().containsKey(file))
        .forEach(file -> session.run(SqlStatement.of("REMOVE {}", target.file(file))));
  }

  private void put(PackageFolder content, String file) {
    int slash = file.lastIndexOf('/');
    SqlValue folder =
        slash < 0
            ? target.root()
            : new SqlValue.Place(target, StageFolder.checked(file.substring(0, slash)) + "/");
    session.run(
        SqlStatement.of(
            "PUT {} {} AUTO_COMPRESS = FALSE OVERWRITE = TRUE",
            text("file://" + content.file(file)),
            folder));
  }

  /** MD5 by path relative to the target. LIST starts names with the stage's own, in lower case. */
  private Map<String, String> present() {
    String prefix = target.stage().text().toLowerCase(Locale.ROOT) + "/" + target.path() + "/";
    Map<String, String> checksums = new TreeMap<>();
    for (Map<String, String> row : session.rows(SqlStatement.of("LIST {}", target.root()))) {
      String name = row.getOrDefault("name", "");
      if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        checksums.put(name.substring(prefix.length()), row.getOrDefault("md5", ""));
      }
    }
    return checksums;
  }
}
