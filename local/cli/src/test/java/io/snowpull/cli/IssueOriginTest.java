package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueOriginTest {
  private static final Environment EMPTY = name -> null;
  private static final Environment TOKEN = Map.of("GITHUB_TOKEN", "ghp_private")::get;

  @TempDir Path directory;

  private final UpOptions options = new UpOptions();

  @Test
  void generatedIssuesSaySoPlainly() {
    IssueOrigin origin = IssueOrigin.chosen(options, EMPTY);
    assertEquals(new IssueOrigin.Generated(List.of("example/project")), origin);
    assertTrue(origin.description().contains("GENERATED"));
  }

  @Test
  void aTokenInTheEnvironmentMeansGitHub() {
    IssueOrigin origin = IssueOrigin.chosen(options, TOKEN);
    assertEquals(List.of("Snowflake-Labs/sfquickstarts"), origin.repositories());
    assertFalse((origin + origin.description()).contains("ghp_private"));
  }

  @Test
  void repositoriesAreThoseGiven() {
    options.repositories.addAll(List.of("a/b", "c/d", "a/b"));
    assertEquals(List.of("a/b", "c/d"), IssueOrigin.chosen(options, TOKEN).repositories());
    assertEquals(List.of("a/b", "c/d"), IssueOrigin.chosen(options, EMPTY).repositories());
  }

  @Test
  void aFileWinsOverEverything() throws IOException {
    options.issues = Files.createFile(directory.resolve("issues.ndjson"));
    options.github = true;
    options.repositories.add("a/b");
    assertEquals(
        new IssueOrigin.Recorded("a/b", directory.resolve("issues.ndjson")),
        IssueOrigin.chosen(options, TOKEN));
  }

  @Test
  void aFileStandsForOneRepository() throws IOException {
    options.issues = Files.createFile(directory.resolve("issues.ndjson"));
    assertRefused("one --repo");
    options.repositories.addAll(List.of("a/b", "c/d"));
    assertRefused("one --repo");
    options.repositories.remove("c/d");
    options.issues = directory.resolve("missing.ndjson");
    assertRefused("there is no file");
  }

  private void assertRefused(String expected) {
    var fault = assertThrows(CommandException.class, () -> IssueOrigin.chosen(options, TOKEN));
    assertTrue(String.valueOf(fault.getMessage()).contains(expected), fault::getMessage);
  }
}
