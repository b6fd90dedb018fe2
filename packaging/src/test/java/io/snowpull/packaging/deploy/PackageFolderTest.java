package io.snowpull.packaging.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFolderTest {
  @TempDir Path root;

  @Test
  void knowsEveryFileByChecksum() throws IOException {
    complete();
    PackageFolder folder = PackageFolder.read(root);
    assertEquals(
        Set.of("app.json", "lib/app.jar", "manifest.yml", "setup.sql"),
        folder.checksums().keySet());
    assertEquals("900150983cd24fb0d6963f7d28e17f72", folder.checksums().get("lib/app.jar"));
  }

  @Test
  void labelFollowsTheContent() throws IOException {
    complete();
    String before = PackageFolder.read(root).contentLabel();
    assertEquals(before, PackageFolder.read(root).contentLabel());
    Files.writeString(root.resolve("setup.sql"), "SELECT 2");
    assertNotEquals(before, PackageFolder.read(root).contentLabel());
  }

  @Test
  void refusesAFolderThatIsNoPackage() {
    var fault = assertThrows(DeploymentException.class, () -> PackageFolder.read(root));
    assertEquals("PACKAGE_INCOMPLETE", fault.code());
    assertTrue(String.valueOf(fault.getMessage()).contains("mvn -q package"));
  }

  private void complete() throws IOException {
    Files.writeString(root.resolve("manifest.yml"), "manifest_version: 1");
    Files.writeString(root.resolve("setup.sql"), "SELECT 1");
    Files.writeString(root.resolve("app.json"), "{}");
    Files.createDirectory(root.resolve("lib"));
    Files.writeString(root.resolve("lib/app.jar"), "abc");
  }
}
