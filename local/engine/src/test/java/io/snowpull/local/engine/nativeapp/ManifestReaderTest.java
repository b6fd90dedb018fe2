package io.snowpull.local.engine.nativeapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
  private static final String MANIFEST =
      """
      manifest_version: 1
      version: {name: V_1, label: first}
      artifacts:
        setup_script: scripts/setup.sql
        default_streamlit: public.page
      privileges:
        - EXECUTE TASK:
            description: nested
        - CREATE DATABASE:
          description: beside
      references:
        - warehouse_reference:
            label: Warehouse
            description: for ingestion
            privileges: [USAGE]
            object_type: WAREHOUSE
            register_callback: public.register
        - secret:
            label: Token
            description: of the source
            privileges: [READ]
            object_type: SECRET
            register_callback: public.register
            configuration_callback: public.configure
            required_at_setup: true
      """;

  private final ManifestReader reader = new ManifestReader();

  @Test
  void readsWhatTheAccountUses() {
    Manifest manifest = reader.read(MANIFEST);
    assertEquals("scripts/setup.sql", manifest.setupScript());
    assertEquals(
        List.of(
            new Manifest.Privilege("EXECUTE TASK", "nested"),
            new Manifest.Privilege("CREATE DATABASE", "beside")),
        manifest.privileges());
    Manifest.Reference warehouse = manifest.reference("Warehouse_Reference").orElseThrow();
    assertEquals("WAREHOUSE", warehouse.objectType());
    assertEquals(List.of("USAGE"), warehouse.privileges());
    assertTrue(manifest.reference("SECRET").orElseThrow().requiredAtSetup());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manifest_version: 1|manifest_version: 3|'manifest_version'",
        "manifest_version: 1||'manifest_version'",
        "manifest_version: 1|manifest_version: one|'manifest_version'",
        "  setup_script: scripts/setup.sql|  setup_script: [a]|'artifacts.setup_script'",
        "      label: Warehouse||'references.warehouse_reference.label'",
        "      privileges: [USAGE]||'references.warehouse_reference.privileges'",
        "      configuration_callback: public.configure||'references.secret.configuration_callback'",
        "      required_at_setup: true|      multi_valued: true|'references.secret.multi_valued'",
        "privileges:|privileges: all|",
        "manifest_version: 1|manifest_version: [1|",
      })
  void namesTheKeyAtFault(String present, String replacement, String key) {
    String broken = MANIFEST.replace(present, replacement == null ? "" : replacement);
    SnowflakeException refusal = assertThrows(SnowflakeException.class, () -> reader.read(broken));
    assertTrue(refusal.message().startsWith("Invalid manifest.yml"), refusal.message());
    assertTrue(refusal.message().contains(key == null ? "" : key), refusal.message());
  }

  @Test
  void runsNoCodeFromYaml() {
    assertThrows(
        SnowflakeException.class,
        () -> reader.read("manifest_version: !!javax.script.ScriptEngineManager []"));
  }
}
