package io.snowpull.packaging.release;

import java.time.LocalDate;

/** {@code CHANGELOG.md}: a section a release, the unreleased changes first. */
record Changelog(String text) {
  static final String FILE = "CHANGELOG.md";

  private static final String UNRELEASED = "## Unreleased\n";

  /**
   * What has changed since the last release.
   *
   * @throws ReleaseException CHANGELOG_EMPTY when there is nothing
   */
  String unreleased() {
    String notes = text.substring(start(), end()).strip();
    if (notes.isEmpty()) {
      throw new ReleaseException(
          "CHANGELOG_EMPTY",
          FILE + " has nothing under '## Unreleased': say there what the release changes.");
    }
    return notes + "\n";
  }

  /** The same with those changes in a section of their own. */
  Changelog released(ReleaseVersion version, LocalDate date) {
    String section = "\n## " + version + " (" + date + ")\n\n" + unreleased();
    String rest = text.substring(end());
    return new Changelog(
        text.substring(0, start()) + section + (rest.isEmpty() ? "" : "\n" + rest));
  }

  private int start() {
    int heading = ("\n" + text).indexOf("\n" + UNRELEASED);
    if (heading < 0) {
      throw new ReleaseException(
          "CHANGELOG_EMPTY", FILE + " has no section '## Unreleased': add it on top.");
    }
    return heading + UNRELEASED.length();
  }

  private int end() {
    int next = text.indexOf("\n## ", start() - 1);
    return next < 0 ? text.length() : next + 1;
  }
}
