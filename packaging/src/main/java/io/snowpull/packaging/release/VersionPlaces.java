package io.snowpull.packaging.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place in a checkout where the version stands. */
final class VersionPlaces {
  /** The project's own version, and as the parent's in each module. */
  private static final Pattern MAVEN =
      Pattern.compile("(<artifactId>snowpull</artifactId>\\s*<version>)([^<]+)(</version>)");

  private static final Pattern TIMESTAMP =
      Pattern.compile("(<project.build.outputTimestamp>)([^<]+)(<)");
  private static final Pattern COMMAND = Pattern.compile("(version = \"snowpull )([^\"]+)(\")");
  private static final Pattern APPLICATION = Pattern.compile("(version = \")(V[0-9_]+)(\")");
  private static final Pattern LABEL = Pattern.compile("(label = \")([0-9.]+)(\")");

  private static final String ROOT = "pom.xml";
  private static final String COMMAND_FILE =
      "local/cli/src/main/java/io/snowpull/cli/SnowpullCommand.java";
  private static final String APPLICATION_FILE =
      "procedures/github/src/main/java/io/snowpull/github/package-info.java";

  /** One value in one file. */
  record Place(String file, Pattern pattern, String after) {}

  /** A place whose value changes. */
  record Change(String file, String before, String after) {
    @Override
    public String toString() {
      return file + ": " + before + " -> " + after;
    }
  }

  private final Path root;
  private final List<String> poms;

  /**
   * @param poms paths of the modules' {@code pom.xml}, from the root
   */
  VersionPlaces(Path root, List<String> poms) {
    this.root = root;
    this.poms = List.copyOf(poms);
  }

  /** The version that is worked on. */
  String current() throws IOException {
    return value(new Place(ROOT, MAVEN, ""));
  }

  /** The places of a release. */
  List<Place> of(ReleaseVersion version, LocalDate date) {
    List<Place> places = new ArrayList<>(maven(version.toString()));
    // Midnight of the release's day: the package is the same to the byte whenever it is built.
    places.add(new Place(ROOT, TIMESTAMP, date + "T00:00:00Z"));
    places.add(new Place(COMMAND_FILE, COMMAND, version.toString()));
    places.add(new Place(APPLICATION_FILE, APPLICATION, version.application()));
    places.add(new Place(APPLICATION_FILE, LABEL, version.label()));
    return places;
  }

  /** The places of what is worked on after a release. */
  List<Place> maven(String version) {
    return poms.stream().map(pom -> new Place(pom, MAVEN, version)).toList();
  }

  /** What {@link #write} would change. */
  List<Change> changes(List<Place> places) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (Place place : places) {
      String before = value(place);
      if (!before.equals(place.after())) {
        changes.add(new Change(place.file(), before, place.after()));
      }
    }
    return changes;
  }

  void write(List<Place> places) throws IOException {
    for (Place place : places) {
      Path file = root.resolve(place.file());
      Matcher matcher = find(place, Files.readString(file));
      Files.writeString(
          file, matcher.replaceFirst("$1" + Matcher.quoteReplacement(place.after()) + "$3"));
    }
  }

  private String value(Place place) throws IOException {
    return find(place, Files.readString(root.resolve(place.file()))).group(2);
  }

  private static Matcher find(Place place, String text) {
    Matcher matcher = place.pattern().matcher(text);
    if (!matcher.find()) {
      throw new ReleaseException(
          "VERSION_PLACE",
          place.file() + " has no version where one is expected: " + place.pattern() + ".");
    }
    return matcher;
  }
}
