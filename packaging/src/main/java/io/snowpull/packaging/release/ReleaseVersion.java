package io.snowpull.packaging.release;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Major, minor and patch of a release, as https://semver.org orders them. */
record ReleaseVersion(int major, int minor, int patch) implements Comparable<ReleaseVersion> {
  private static final Pattern TEXT =
      Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
  private static final Comparator<ReleaseVersion> ORDER =
      Comparator.comparingInt(ReleaseVersion::major)
          .thenComparingInt(ReleaseVersion::minor)
          .thenComparingInt(ReleaseVersion::patch);

  /**
   * @throws ReleaseException RELEASE_VERSION unless it is three numbers without leading zeros
   */
  static ReleaseVersion parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new ReleaseException(
          "RELEASE_VERSION",
          "'" + text + "' is no version of a release: give three numbers, 1.2.3.");
    }
    return new ReleaseVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  static boolean isVersion(String text) {
    return TEXT.matcher(text).matches();
  }

  /** The tag in version control. */
  String tag() {
    return "v" + this;
  }

  /** The native application's version: a release that only mends is a patch of it there too. */
  String application() {
    return "V" + major + "_" + minor;
  }

  /** What consumers read. */
  String label() {
    return major + "." + minor;
  }

  /** What is worked on after it. */
  String nextSnapshot() {
    return major + "." + (minor + 1) + ".0-SNAPSHOT";
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
