package io.snowpull.packaging.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {

  @TempDir static Path compiled;
  @TempDir Path folder;

  @BeforeAll
  static void compile() throws IOException {
    SampleFolder.compile(compiled);
  }

  private SampleFolder sample() throws IOException {
    return SampleFolder.in(folder, compiled);
  }

  private List<Finding> inspect() throws IOException {
    return Inspection.of(folder, "1.16.0");
  }

  private void assertFound(String tag) throws IOException {
    List<Finding> findings = inspect();
    assertTrue(
        findings.stream().anyMatch(finding -> finding.tag().equals(tag)), findings::toString);
  }

  @Test
  void aSoundFolderHasNoFindings() throws IOException {
    sample();
    assertEquals(List.of(), inspect());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ManifestVersion|manifest.yml|manifest_version: 1|manifest_version: 4",
        "VersionName|manifest.yml|\"V1\"|\"V/1\"",
        "ArtifactUnknown|manifest.yml|README.md|READ.md",
        "ExtensionCode|manifest.yml|extension_code: true|extension_code: false",
        "StreamlitUnknown|manifest.yml|PUBLIC.PAGE|PUBLIC.PAGES",
        "PrivilegeUnknown|manifest.yml|EXECUTE TASK|EXECUTE TASKS",
        "DescriptionMissing|manifest.yml|description: \"Runs tasks\"|description: \"\"",
        "ReferenceType|manifest.yml|object_type: WAREHOUSE|object_type: WAREHOUSES",
        "ReferencePrivilege|manifest.yml|- USAGE|- SELECT",
        "CallbackUnknown|manifest.yml|PUBLIC.REGISTER|PUBLIC.REGISTR",
        "CallbackMissing|manifest.yml|register_callback|register_callbak",
        "ManifestUnreadable|manifest.yml|artifacts:|artifacts: [",
        "HandlerUnknown|setup.sql|sample.Handler.run|sample.Handler.runs",
        "HandlerUnknown|setup.sql|sample.Handler.run|sample.Handler.hidden",
        "HandlerMissing|setup.sql|HANDLER|HANDLERS",
        "HandlerSignature|setup.sql|CORE.RUN(NAME VARCHAR,|CORE.RUN(NAME VARIANT,",
        "HandlerSignature|setup.sql|DEFAULT 1)|DEFAULT 1, MORE VARCHAR)",
        "ImportUnknown|setup.sql|/lib/app.jar|@stage/app.jar",
        "SnowparkPackage|setup.sql|snowpark:latest|snowpark:1.15.0",
        "SnowparkPackage|setup.sql|snowflake:snowpark:latest|snowflake:telemetry:latest",
        "RuntimeVersion|setup.sql|'17'|'8'",
        "ImportsOutsideVersionedSchema|setup.sql|CREATE OR ALTER VERSIONED SCHEMA CORE|CREATE SCHEMA IF NOT EXISTS CORE",
        "CallersRights|setup.sql|EXECUTE AS OWNER|EXECUTE AS CALLER",
        "ReplacedState|setup.sql|TABLE IF NOT EXISTS|OR REPLACE TABLE",
        "NotRepeatable|setup.sql|ROLE IF NOT EXISTS|ROLE",
        "NotQualified|setup.sql|STATE.T (|T (",
        "UseInScript|setup.sql|CREATE TABLE|USE SCHEMA STATE; CREATE TABLE",
        "ReplacedTask|setup.sql|CREATE TABLE|CREATE OR REPLACE TASK STATE.X AS SELECT 1; CREATE TABLE",
        "TemporaryObject|setup.sql|CREATE TABLE IF|CREATE TEMPORARY TABLE IF",
        "DroppedSchema|setup.sql|CREATE TABLE|DROP SCHEMA STATE; CREATE TABLE",
        "LevelAltered|setup.sql|CREATE TABLE|ALTER APPLICATION SET LOG_LEVEL = INFO; CREATE TABLE",
        "AccountRole|setup.sql|CREATE TABLE|CREATE ROLE X; CREATE TABLE",
        "ContextFunction|setup.sql|RETURN 'a;b'|RETURN CURRENT_WAREHOUSE()",
        "GrantUnknown|setup.sql|PUBLIC.RUN(VARCHAR, NUMBER)|PUBLIC.RUN(VARCHAR)",
        "DirectGrant|setup.sql|PROCEDURE PUBLIC.RUN(VARCHAR|PROCEDURE CORE.RUN(VARCHAR",
        "BoundUnknown|setup.sql|ALTER PROCEDURE CORE.RUN(VARCHAR,|ALTER PROCEDURE CORE.RUNS(VARCHAR,",
        "RoleUnknown|setup.sql|TO APPLICATION ROLE APP_USER|TO APPLICATION ROLE APP_ADMIN",
        "PageMissing|setup.sql|/main.py|/start.py",
        "PageOutsideVersionedSchema|setup.sql|CREATE OR ALTER VERSIONED SCHEMA PUBLIC|CREATE SCHEMA IF NOT EXISTS PUBLIC",
        "StreamlitPin|streamlit/environment.yml|streamlit=1.52.2|streamlit",
        "StreamlitChannel|streamlit/environment.yml|- snowflake|- conda-forge",
        "PagePrivilege|streamlit/main.py|EXECUTE TASK|CREATE DATABASE",
        "PageReference|streamlit/main.py|warehouse_reference|secret_reference",
        "PageName|streamlit/main.py|EXECUTE TASK|SELECT 1 FROM state.seen",
        "PageName|streamlit/main.py|EXECUTE TASK|CALL PUBLIC.RUN(?)",
        "LicenceRefused|sbom.cdx.json|Apache-2.0|GPL-3.0-only",
      })
  void aSpoiledFolderIsFound(String tag, String file, String part, String by) throws IOException {
    sample().replace(file, part, by);
    assertFound(tag);
  }

  @Test
  void aProvidedClassIsFound() throws IOException {
    sample().jar(compiled, true);
    assertFound("ProvidedClasses");
  }

  @Test
  void aJarWithoutItsBillIsFound() throws IOException {
    sample();
    Files.delete(folder.resolve("sbom.cdx.json"));
    assertFound("BillMissing");
  }

  @Test
  void moreLibrariesThanAllowedAreFound() throws IOException {
    String library =
        """
        {"group": "g", "name": "n", "version": "1", "licenses": [{"license": {"id": "MIT"}}]}""";
    sample()
        .replace(
            "sbom.cdx.json",
            "\"components\": [",
            "\"components\": [" + (library + ",").repeat(SupplyRules.MOST_LIBRARIES));
    assertFound("TooManyLibraries");
  }

  @Test
  void aJarThatIsTooLargeIsFound() throws IOException {
    sample();
    try (RandomAccessFile jar =
        new RandomAccessFile(folder.resolve("lib/app.jar").toFile(), "rw")) {
      // A jar is read from its end: what is put before it makes it larger and nothing else.
      byte[] content = new byte[(int) jar.length()];
      jar.readFully(content);
      jar.seek(SupplyRules.MOST_BYTES);
      jar.write(content);
    }
    assertFound("JarTooLarge");
  }

  @Test
  void missingAndEmptyFilesAreFound() throws IOException {
    sample().write("extra file.txt", "");
    assertFound("PathInvalid");
    assertFound("FileEmpty");
    Files.delete(folder.resolve("setup.sql"));
    assertFound("FileMissing");
  }

  @Test
  void aHugeStatementIsFound() throws IOException {
    sample().replace("setup.sql", "'it''s;", "'" + "x".repeat(1_000_001) + "it''s;");
    assertFound("StatementTooLarge");
  }

  @Test
  void theBuildSaysWhatIsWrong() throws IOException {
    sample().replace("setup.sql", "'17'", "'8'");
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () -> Inspect.main(new String[] {folder.toString(), "1.16.0"}));
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("[RuntimeVersion] setup.sql:7: CORE.RUN"),
        thrown::toString);
  }
}
