package io.snowpull.packaging.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

  @TempDir Path folder;
  private SmallCheckout checkout;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    checkout = SmallCheckout.in(folder.resolve("checkout"));
  }

  private Release release(String version) {
    return new Release(checkout.root(), ReleaseVersion.parse(version), DAY);
  }

  private Path make(String version) throws IOException, InterruptedException {
    return release(version).make(SmallCheckout::build, Optional.empty());
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    return checkout.command().git(arguments);
  }

  @Test
  void thePlanNamesEveryPlaceAndChangesNothing() throws IOException, InterruptedException {
    assertEquals(
        """
        Release 98.1.0 of 2026-12-24

        Version
          pom.xml: 99.0.0-SNAPSHOT -> 98.1.0
          ui/pom.xml: 99.0.0-SNAPSHOT -> 98.1.0
          pom.xml: 2026-01-01T00:00:00Z -> 2026-12-24T00:00:00Z
          local/cli/src/main/java/io/snowpull/cli/SnowpullCommand.java: 0.0.0 -> 98.1.0
          procedures/github/src/main/java/io/snowpull/github/package-info.java: V0_0 -> V98_1
          procedures/github/src/main/java/io/snowpull/github/package-info.java: 0.0 -> 98.1
          packaging/src/approved/app.json and the other approved files: as generated

        Tag       v98.1.0
        Folder    target/release/98.1.0/: snowpull-github-98.1.0.zip, sbom.cdx.json, NOTES.md, SHA256SUMS, its signature when --key is given
        After it  98.2.0-SNAPSHOT

        Notes

        # Snowpull 98.1.0

        - The first thing.

        This is the first release.
        """,
        release("98.1.0").plan());
    assertEquals("", git("status", "--porcelain"));
    assertEquals("", git("tag"));
  }

  @Test
  void makesCommitTagAndFiles() throws IOException, InterruptedException {
    Path files = make("98.1.0");
    assertEquals("Begin 98.2.0-SNAPSHOT\nRelease 98.1.0\nWork\n", git("log", "--format=%s"));
    assertEquals("", git("status", "--porcelain"));
    assertTrue(git("show", "v98.1.0:pom.xml").contains("<version>98.1.0</version>"));
    assertTrue(git("show", "v98.1.0:" + SmallCheckout.MODEL).contains("V98_1"));
    assertTrue(git("tag", "--list", "--format=%(contents)", "v98.1.0").contains("first thing"));
    assertEquals(
        "# Changelog\n\n## Unreleased\n\n## 98.1.0 (2026-12-24)\n\n- The first thing.\n",
        git("show", "v98.1.0:CHANGELOG.md"));
    assertTrue(checkout.read("ui/pom.xml").contains("<version>98.2.0-SNAPSHOT</version>"));
    assertEquals("V98_1", declared());
    assertEquals(List.of("NOTES.md", "SHA256SUMS", "snowpull-github-98.1.0.zip"), names(files));
    try (ZipFile zip = new ZipFile(files.resolve("snowpull-github-98.1.0.zip").toFile())) {
      assertEquals(
          List.of("sf_build/app.json", "sf_build/lib/app.jar"),
          zip.stream().map(entry -> entry.getName()).toList());
    }
    assertTrue(
        git("show", "v98.1.0:packaging/src/released/98.1.0.sha256")
            .contains("  sf_build/lib/app.jar\n"));
  }

  private String declared() throws IOException {
    return checkout
        .read(SmallCheckout.PACKAGE_INFO)
        .replaceAll("(?s).*version = \"([^\"]+)\".*", "$1");
  }

  /** The same from the tag, in another folder: what was published can be made again. */
  @Test
  void theArchiveIsTheSameToTheByte() throws IOException, InterruptedException {
    byte[] published = Files.readAllBytes(make("98.1.0").resolve("snowpull-github-98.1.0.zip"));
    Path again = folder.resolve("again");
    git("worktree", "add", "--detach", again.toString(), "v98.1.0");
    SmallCheckout.build(again);
    new Artefacts(folder.resolve("files"))
        .write(
            ReleaseVersion.parse("98.1.0"), again.resolve(Release.PACKAGE), "", Optional.empty());
    assertEquals(
        new String(published, StandardCharsets.ISO_8859_1),
        Files.readString(
            folder.resolve("files/snowpull-github-98.1.0.zip"), StandardCharsets.ISO_8859_1));
  }

  @Test
  void theNextReleaseIsReviewedAgainstTheLast() throws IOException, InterruptedException {
    make("98.1.0");
    checkout.write(
        Changelog.FILE,
        checkout
            .read(Changelog.FILE)
            .replace("## Unreleased\n", "## Unreleased\n\n- Asks for more.\n"));
    checkout.write(
        SmallCheckout.MODEL,
        "{\"version\": {\"name\": \"V98_1\", \"label\": \"98.1\"}, \"privileges\":"
            + " [{\"privilege\": \"EXECUTE TASK\", \"reason\": \"Runs tasks\"}]}\n");
    checkout.commit();
    String notes = Files.readString(make("98.1.1").resolve(Artefacts.NOTES));
    assertTrue(notes.startsWith("# Snowpull 98.1.1\n\n- Asks for more.\n"), notes);
    assertTrue(notes.contains("## For applications installed from 98.1.0"), notes);
    assertTrue(notes.contains("EXECUTE TASK"), notes);
    assertTrue(
        git("show", "v98.1.1:CHANGELOG.md").contains("## 98.1.1 (2026-12-24)\n\n- Asks"),
        git("show", "v98.1.1:CHANGELOG.md"));
    assertEquals("V98_1", declared());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "v1.2.3", "01.2.3", "1.2.3-SNAPSHOT", "1.2.3\n", ""})
  void refusesWhatIsNoVersion(String text) {
    assertThrows(ReleaseException.class, () -> ReleaseVersion.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"98.1.0", "98.0.9"})
  void refusesWhatIsNotAfterTheLast(String version) throws IOException, InterruptedException {
    make("98.1.0");
    assertRefused("RELEASE_VERSION", version);
  }

  @Test
  void refusesUncommittedChanges() throws IOException, InterruptedException {
    checkout.write("new.txt", "new");
    assertRefused("RELEASE_UNCLEAN", "98.1.0");
  }

  @Test
  void refusesAnEmptyChangelog() throws IOException, InterruptedException {
    checkout.write(Changelog.FILE, "# Changelog\n\n## Unreleased\n\n## 0.0.1\n\n- Old.\n");
    checkout.commit();
    assertRefused("CHANGELOG_EMPTY", "98.1.0");
  }

  @Test
  void refusesAPlaceThatKeepsTheOldVersion() throws IOException, InterruptedException {
    checkout.write("docs/guide.md", "Use 99.0.0-SNAPSHOT.\n");
    checkout.commit();
    assertTrue(assertRefused("VERSION_PLACE", "98.1.0").contains("docs/guide.md"));
  }

  /** What nobody approved is not released, and a release that fails leaves no trace. */
  @Test
  void refusesWhatIsGeneratedOtherwise() throws IOException, InterruptedException {
    PackageBuild build =
        tree -> {
          SmallCheckout.build(tree);
          Path model = tree.resolve(SmallCheckout.MODEL);
          Files.writeString(model, Files.readString(model).replace("{", "{\"grants\": 1, "));
        };
    ReleaseException failure =
        assertThrows(ReleaseException.class, () -> release("98.1.0").make(build, Optional.empty()));
    assertTrue(String.valueOf(failure.getMessage()).contains("app.json"), failure.getMessage());
    assertEquals("", git("tag"));
    assertEquals("Work\n", git("log", "--format=%s"));
    assertEquals(1, checkout.command().gitLines("worktree", "list").size());
    make("98.1.0");
  }

  private String assertRefused(String code, String version)
      throws IOException, InterruptedException {
    String before = git("rev-parse", "HEAD");
    ReleaseException failure = assertThrows(ReleaseException.class, () -> make(version));
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith("[" + code + "]"), message);
    assertEquals(before, git("rev-parse", "HEAD"));
    return message;
  }

  /** README's own command, on what a release leaves. */
  @Test
  void theSignatureIsVerifiedAsTheReadmeSays() throws IOException, InterruptedException {
    assumeTrue(isInstalled("gpg"), "gpg is not installed");
    // Not below JUnit's folder: the path of gpg's socket has room for a hundred letters.
    Path keys =
        Files.createTempDirectory(
            Path.of("/tmp"),
            "gpg",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      shell(
          keys,
          folder,
          "gpg --batch --passphrase '' --quick-generate-key releaser@example.invalid ed25519 sign 0");
      SigningKey key =
          new SigningKey("releaser@example.invalid", Map.of("GNUPGHOME", keys.toString()));
      Path files = release("98.1.0").make(SmallCheckout::build, Optional.of(key));
      String command = readmeCommand();
      shell(keys, files, command);
      Files.writeString(files.resolve("NOTES.md"), "other notes");
      assertThrows(ReleaseException.class, () -> shell(keys, files, command));
    } finally {
      shell(keys, folder, "gpgconf --kill all");
      deleteAll(keys);
    }
  }

  private static String readmeCommand() throws IOException {
    return Files.readString(Path.of("../README.md"))
        .lines()
        .filter(line -> line.startsWith("gpg --verify"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isInstalled(String program) throws IOException {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }

  private static void shell(Path keys, Path where, String command)
      throws IOException, InterruptedException {
    new Command(where, Map.of("GNUPGHOME", keys.toString())).run("bash", "-c", command);
  }

  private static void deleteAll(Path keys) throws IOException {
    try (Stream<Path> files = Files.walk(keys)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    assertFalse(Files.exists(keys));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = new ArrayList<>();
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      return names.stream().sorted().toList();
    }
  }
}
