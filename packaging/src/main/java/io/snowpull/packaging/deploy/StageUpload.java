package io.snowpull.packaging.deploy;

import io.snowpull.ddl.deployment.StageFolder;
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
        .forEach(file -> session.run(target.remove(file)));
  }

  private void put(PackageFolder content, String file) {
    String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
    session.run(target.put(content.file(file).toString(), folder));
  }

  /** MD5 by path relative to the target. LIST starts names with the stage's own, in lower case. */
  private Map<String, String> present() {
    String stage = target.stage().get(target.stage().size() - 1);
    String prefix = stage.toLowerCase(Locale.ROOT) + "/" + target.path() + "/";
    Map<String, String> checksums = new TreeMap<>();
    for (Map<String, String> row : session.rows(target.list())) {
      String name = row.getOrDefault("name", "");
      if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        checksums.put(name.substring(prefix.length()), row.getOrDefault("md5", ""));
      }
    }
    return checksums;
  }
}
