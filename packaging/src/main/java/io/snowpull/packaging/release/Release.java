package io.snowpull.packaging.release;

import io.snowpull.packaging.review.Review;
import io.snowpull.packaging.supply.Checksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One release of the checkout at {@code root}.
 *
 * <p>Everything happens in a second working tree of the same commit. Only when all of it is there
 * does the checkout's branch move, so a release that failed has changed nothing and is made again.
 */
final class Release {
  static final String PACKAGE = "packaging/target/sf_build";
  private static final String APPROVED = "packaging/src/approved";
  private static final String MODEL = APPROVED + "/app.json";

  /** A file a release, with the checksums of what is in its package. */
  private static final String RECORDS = "packaging/src/released";

  private final Path root;
  private final ReleaseVersion version;
  private final LocalDate date;
  private final Command checkout;

  /**
   * @param date the day of the release
   */
  Release(Path root, ReleaseVersion version, LocalDate date) {
    this.root = root;
    this.version = version;
    this.date = date;
    this.checkout = new Command(root);
  }

  /** What is to happen, for people. Changes nothing. */
  String plan() throws IOException, InterruptedException {
    check();
    VersionPlaces places = places(checkout);
    StringBuilder plan = new StringBuilder("Release " + version + " of " + date + "\n\nVersion\n");
    places
        .changes(places.of(version, date))
        .forEach(change -> plan.append("  ").append(change).append('\n'));
    plan.append("  ").append(MODEL).append(" and the other approved files: as generated\n");
    plan.append("\nTag       ").append(version.tag());
    plan.append("\nFolder    ").append(root.relativize(folder())).append("/: ");
    plan.append(Artefacts.archive(version)).append(", sbom.cdx.json, ").append(Artefacts.NOTES);
    plan.append(", ").append(Checksums.FILE).append(", its signature when --key is given\n");
    plan.append("After it  ").append(version.nextSnapshot()).append("\n\nNotes\n\n");
    return plan.append(notes()).toString();
  }

  /**
   * Makes the release; answers the folder with its files.
   *
   * @param key the OpenPGP key to sign with
   */
  Path make(PackageBuild build, Optional<SigningKey> key) throws IOException, InterruptedException {
    check();
    if (!checkout.gitLines("status", "--porcelain").isEmpty()) {
      throw new ReleaseException(
          "RELEASE_UNCLEAN",
          "the checkout has changes that are not committed: commit them, or take them away.");
    }
    String notes = notes();
    Path tree = Files.createTempDirectory("snowpull-release").resolve("tree");
    checkout.git("worktree", "add", "--detach", tree.toString(), "HEAD");
    try {
      return makeIn(tree, build, notes, key);
    } finally {
      checkout.git("worktree", "remove", "--force", tree.toString());
    }
  }

  private Path makeIn(Path tree, PackageBuild build, String notes, Optional<SigningKey> key)
      throws IOException, InterruptedException {
    Command working = new Command(tree);
    VersionPlaces places = places(working);
    Approved before = Approved.read(tree.resolve(APPROVED));
    String current = places.current();
    places.write(places.of(version, date));
    requireNone(working, current);
    Path changelog = tree.resolve(Changelog.FILE);
    Files.writeString(
        changelog, new Changelog(Files.readString(changelog)).released(version, date).text());
    build.build(tree);
    before.requireSameBut(Approved.read(tree.resolve(APPROVED)));
    Path record = tree.resolve(RECORDS).resolve(version + ".sha256");
    Files.createDirectories(tree.resolve(RECORDS));
    Files.writeString(record, Checksums.of(tree.resolve(PACKAGE)));
    // Written in full before the tag: who sees the tag finds its files.
    Path draft = tree.resolveSibling("artefacts");
    new Artefacts(draft).write(version, tree.resolve(PACKAGE), notes, key);
    working.commit("Release " + version);
    String released = working.git("rev-parse", "HEAD").strip();
    places.write(places.maven(version.nextSnapshot()));
    working.commit("Begin " + version.nextSnapshot());
    checkout.git("merge", "--quiet", "--ff-only", working.git("rev-parse", "HEAD").strip());
    checkout.git(
        "tag",
        "--annotate",
        "--cleanup=verbatim",
        "--file",
        draft.resolve(Artefacts.NOTES).toString(),
        version.tag(),
        released);
    return settle(draft);
  }

  /** Puts the files where they are found; the two folders may be on different file systems. */
  private Path settle(Path draft) throws IOException {
    Files.createDirectories(folder());
    try (Stream<Path> files = Files.list(draft)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder().resolve(file.getFileName()));
      }
    }
    return folder();
  }

  /** A place that nobody told this program of would keep the old version. */
  private static void requireNone(Command working, String old)
      throws IOException, InterruptedException {
    for (String name : working.gitLines("ls-files")) {
      Path file = working.folder().resolve(name);
      if (Files.isRegularFile(file)
          && Files.readString(file, StandardCharsets.ISO_8859_1).contains(old)) {
        throw new ReleaseException(
            "VERSION_PLACE",
            name + " still says " + old + ": take it out, or add the place to VersionPlaces.");
      }
    }
  }

  /** The changelog's section, and what the release does to installed applications. */
  private String notes() throws IOException, InterruptedException {
    String changes = new Changelog(Files.readString(root.resolve(Changelog.FILE))).unreleased();
    StringBuilder notes = new StringBuilder("# Snowpull " + version + "\n\n").append(changes);
    Optional<ReleaseVersion> last = last();
    if (last.isEmpty()) {
      return notes.append("\nThis is the first release.\n").toString();
    }
    String before = checkout.git("show", last.get().tag() + ":" + MODEL);
    notes.append("\n## For applications installed from ").append(last.get()).append("\n\n");
    return notes.append(Review.markdown(before, Files.readString(root.resolve(MODEL)))).toString();
  }

  private void check() throws IOException, InterruptedException {
    Optional<ReleaseVersion> last = last();
    if (last.isPresent() && last.get().compareTo(version) >= 0) {
      throw new ReleaseException(
          "RELEASE_VERSION", version + " is not after " + last.get() + ", the last release.");
    }
    if (Files.exists(folder())) {
      throw new ReleaseException(
          "RELEASE_EXISTS", folder() + " exists: an earlier release left it. Take it away.");
    }
  }

  private Optional<ReleaseVersion> last() throws IOException, InterruptedException {
    return checkout.gitLines("tag", "--list", "v*").stream()
        .map(tag -> tag.substring(1))
        .filter(ReleaseVersion::isVersion)
        .map(ReleaseVersion::parse)
        .max(ReleaseVersion::compareTo);
  }

  private Path folder() {
    return root.resolve("target/release/" + version);
  }

  private static VersionPlaces places(Command where) throws IOException, InterruptedException {
    List<String> poms =
        where.gitLines("ls-files", "pom.xml", "*/pom.xml").stream()
            .filter(pom -> !pom.contains("/src/"))
            .toList();
    return new VersionPlaces(where.folder(), poms);
  }
}
