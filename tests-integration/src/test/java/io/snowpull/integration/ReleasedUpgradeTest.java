package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.packaging.supply.Checksums;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * From each released version to the current one. A release leaves the checksums of its package in
 * {@code packaging/src/released}; the package itself is built again from its tag.
 */
class ReleasedUpgradeTest {
  private static final Path ROOT = RepositoryRoot.find().path();
  private static final Path RECORDS = ROOT.resolve("packaging/src/released");

  @Test
  void thereIsARelease() throws IOException {
    assumeTrue(!releases().isEmpty(), "nothing has been released yet: there is no " + RECORDS);
    for (String version : releases()) {
      assertEquals("v" + version, run(ROOT, "git", "tag", "--list", "v" + version).strip());
    }
  }

  @TestFactory
  Stream<DynamicTest> keepsDataAndStateOf(@TempDir Path folder) throws IOException {
    return releases().stream()
        .map(
            version ->
                DynamicTest.dynamicTest(version, () -> upgrade(version, folder.resolve(version))));
  }

  private static List<String> releases() throws IOException {
    if (!Files.isDirectory(RECORDS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(RECORDS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".sha256"))
          .map(name -> name.substring(0, name.length() - ".sha256".length()))
          .sorted()
          .toList();
    }
  }

  private static void upgrade(String version, Path folder) throws IOException, SQLException {
    assumeTrue(
        !run(ROOT, "git", "tag", "--list", "v" + version).isBlank(),
        "the tag v" + version + " is not here: fetch it with git fetch --tags");
    Path packaged = build(version, Files.createDirectories(folder).resolve("tree"));
    SimulatorConfig config = SimulatorConfig.standard();
    try (LocalConnector connector =
        LocalConnector.start(folder.resolve("data"), config, packaged)) {
      connector.gitHub().addRepository("o/r", IssueSource.generated(30, 1));
      connector.provision(connector.configuration());
      connector.enable("o/r");
      assertEquals("DONE", connector.endOfRun("o/r").path("state").asText());

      connector.install(RepositoryRoot.find().packageFolder());

      assertEquals("30", connector.value("SELECT COUNT(*) FROM GITHUB.PUBLIC.O_R_FLATTENED"));
      JsonNode next = connector.ingest("o/r");
      assertEquals("1", next.at("/extras/requests").asText(), "it goes on from its cursor");
      assertEquals("30", next.path("rows_count").asText());
    }
  }

  /** The package of a release, made again from its tag, and the same to the byte. */
  private static Path build(String version, Path tree) throws IOException {
    run(ROOT, "git", "worktree", "add", "--detach", tree.toString(), "v" + version);
    try {
      run(
          tree,
          "mvn",
          "-q",
          "-B",
          "-ntp",
          "package",
          "-Dmaven.test.skip",
          "-Dmaven.repo.local=" + System.getProperty("maven.repo.local", defaultRepository()),
          "-pl",
          "packaging",
          "-am");
      Path packaged = tree.resolve("packaging/target/sf_build");
      assertEquals(Files.readString(RECORDS.resolve(version + ".sha256")), Checksums.of(packaged));
      return copied(packaged, tree.resolveSibling("sf_build"));
    } finally {
      run(ROOT, "git", "worktree", "remove", "--force", tree.toString());
    }
  }

  private static String defaultRepository() {
    return Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static String run(Path folder, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), () -> String.join(" ", words) + "\n" + output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return output;
  }
}
