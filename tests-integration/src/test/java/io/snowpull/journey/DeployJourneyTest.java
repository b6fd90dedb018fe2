package io.snowpull.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a built package to an installed application and back, a command at a time. */
@Timeout(600)
class DeployJourneyTest {
  private static final String TOKEN = "ghp_journeytoken";
  private static final Map<String, String> WITH_TOKEN = Map.of("GITHUB_TOKEN", TOKEN);

  @TempDir Path directory;

  @Test
  void deploysInstallsUpgradesAndUninstalls() throws Exception {
    CommandLine snowpull = new CommandLine(directory.resolve("data"));

    var dryRun = snowpull.run(Map.of(), "deploy", "--dry-run");
    assertEquals(0, dryRun.status(), dryRun::toString);
    assertTrue(
        dryRun.out().contains("CREATE APPLICATION PACKAGE IF NOT EXISTS GITHUB_CONNECTOR_PACKAGE"),
        dryRun::toString);
    assertTrue(dryRun.err().contains("Nothing was changed"), dryRun::toString);

    var tooEarly = snowpull.run(WITH_TOKEN, "install");
    assertEquals(1, tooEarly.status(), "the dry run deployed nothing: " + tooEarly);
    assertTrue(
        tooEarly.err().contains("NOT_DEPLOYED") || tooEarly.err().contains("does not exist"));

    var deployed = snowpull.run(Map.of(), "deploy");
    assertTrue(
        deployed.out().matches("(?s).*version V\\d+_\\d+ patch 0, new.*"), deployed::toString);
    var again = snowpull.run(Map.of(), "deploy", "--release");
    assertTrue(again.out().contains("patch 0, as before"), again::toString);

    var noToken = snowpull.run(Map.of(), "install");
    assertEquals(1, noToken.status(), noToken::toString);
    assertTrue(noToken.err().contains("Set GITHUB_TOKEN"), noToken::toString);

    var shown = snowpull.run(WITH_TOKEN, "install", "--dry-run");
    assertTrue(shown.out().contains("SECRET_STRING = '********'"), shown::toString);
    var installed = snowpull.run(WITH_TOKEN, "install");
    assertTrue(installed.out().contains("GITHUB_CONNECTOR is installed"), installed::toString);
    for (var outcome : List.of(shown, installed)) {
      assertFalse(outcome.toString().contains(TOKEN), "the token shows");
    }

    var upgraded = snowpull.run(Map.of(), "upgrade");
    assertTrue(
        upgraded.out().matches("(?s).*was already at version V\\d+_\\d+.*"), upgraded::toString);

    var unsure = snowpull.run(Map.of(), "uninstall");
    assertEquals(1, unsure.status(), unsure::toString);
    assertTrue(unsure.err().contains("stays: application package"), unsure::toString);
    var removed = snowpull.run(Map.of(), "uninstall", "--yes", "--with-package");
    assertEquals(0, removed.status(), removed::toString);
    var left = snowpull.csv("SHOW APPLICATIONS");
    assertFalse(left.out().contains("GITHUB_CONNECTOR"), left::toString);
  }

  /** With the names that someone who comes from the quickstart has. */
  @Test
  void deploysUnderOtherNames() throws Exception {
    CommandLine snowpull = new CommandLine(directory.resolve("data"));
    var outside =
        snowpull.run(Map.of(), "deploy", "--package=quick_stage", "--stage=other.public.artifacts");
    assertEquals(1, outside.status(), outside::toString);
    assertTrue(outside.err().contains("QUICK_STAGE.SCHEMA.STAGE"), outside::toString);

    var deployed =
        snowpull.run(
            Map.of(),
            "deploy",
            "--package=quick_stage",
            "--stage=quick_stage.public.artifacts",
            "--app-version=v_1_0_0");
    assertTrue(
        deployed.out().contains("QUICK_STAGE has version V_1_0_0 patch 0"), deployed::toString);
    var files = snowpull.csv("LIST @quick_stage.public.artifacts");
    assertTrue(files.out().contains("artifacts/V_1_0_0/setup.sql"), files::toString);
    var installed =
        snowpull.run(
            WITH_TOKEN,
            "install",
            "--package=quick_stage",
            "--app-version=v_1_0_0",
            "--app=quick",
            "--warehouse=wh");
    assertTrue(installed.out().contains("QUICK is installed at"), installed::toString);
  }

  @Test
  void namesAConnectionThatIsNowhere() throws Exception {
    CommandLine snowpull = new CommandLine(directory.resolve("data"));
    Path home = directory.resolve("home");
    var outcome =
        snowpull.run(Map.of("SNOWFLAKE_HOME", home.toString()), "deploy", "-c", "production");
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.err().contains("there is no connection 'production'"), outcome::toString);
    assertTrue(outcome.err().contains("SNOWFLAKE_CONNECTIONS_PRODUCTION_"), outcome::toString);
  }
}
