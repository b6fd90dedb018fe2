package io.snowpull.packaging.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyTest {

  private static final String APACHE =
      "Apache License\nTERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION\n";

  @TempDir Path folder;

  private BillOfMaterials bill(String licences) throws IOException {
    Path file = folder.resolve("bill.json");
    Files.writeString(
        file,
        """
        {"bomFormat": "CycloneDX",
         "metadata": {"component": {"group": "io.snowpull", "name": "app", "version": "1"}},
         "components": [
           {"group": "org.sample", "name": "lib", "version": "2", "licenses": %s}]}
        """
            .formatted(licences));
    return BillOfMaterials.read(file);
  }

  private void jar(String name, String entry, String text) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
      jar.write("Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new JarEntry("META-INF/LICENSE"));
      jar.write(APACHE.getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new JarEntry(entry));
      jar.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private URLClassLoader loader(String jar) throws IOException {
    return new URLClassLoader(new URL[] {folder.resolve(jar).toUri().toURL()}, null);
  }

  @Test
  void theNoticeCarriesWhatLibrariesAskFor() throws IOException {
    jar("lib-2.jar", "META-INF/NOTICE.txt", "Made by Sample\r\nin 2020\r\n");
    try (URLClassLoader loader = loader("lib-2.jar")) {
      String notice = Notice.of(bill("[{\"license\": {\"id\": \"Apache-2.0\"}}]"), loader);
      assertTrue(
          notice.endsWith(
              """
              org.sample:lib:2
              Licence: Apache-2.0

              Made by Sample
              in 2020
              """),
          notice);
      assertFalse(notice.contains("TERMS AND CONDITIONS"), notice);
      assertFalse(notice.contains("io.snowpull:app"), notice);
    }
  }

  @Test
  void aLibraryWithoutItsJarHasNoNotice() throws IOException {
    jar("lib-3.jar", "META-INF/NOTICE", "another version's");
    BillOfMaterials bill = bill("[]");
    try (URLClassLoader loader = loader("lib-3.jar")) {
      IOException thrown = assertThrows(IOException.class, () -> Notice.of(bill, loader));
      assertTrue(
          String.valueOf(thrown.getMessage()).startsWith("lib-2.jar is not on"), thrown::toString);
    }
  }

  @Test
  void oneAllowedLicenceOfSeveralIsEnough() throws IOException {
    assertAllowed(
        true, "[{\"license\": {\"id\": \"GPL-2.0-only\"}}, {\"license\": {\"id\": \"MIT\"}}]");
    assertAllowed(false, "[{\"license\": {\"id\": \"GPL-2.0-only\"}}]");
    assertAllowed(false, "[{\"license\": {\"name\": \"Apache-like\"}}]");
    assertAllowed(false, "[{\"expression\": \"MIT AND GPL-2.0-only\"}]");
    assertAllowed(false, "[]");
  }

  private void assertAllowed(boolean allowed, String licences) throws IOException {
    assertEquals(allowed, Licences.allow(bill(licences).libraries().get(0)), licences);
  }

  @Test
  void whatIsNoBillIsRefused() throws IOException {
    Path file = folder.resolve("bill.json");
    Files.writeString(file, "{\"bomFormat\": \"SPDX\"}");
    assertThrows(IOException.class, () -> BillOfMaterials.read(file));
    Files.delete(file);
    assertThrows(IOException.class, () -> BillOfMaterials.read(file));
  }

  @Test
  void checksumsAreReadBySha256sum() throws IOException {
    Path content = folder.resolve("content");
    Files.createDirectories(content.resolve("b"));
    Files.writeString(content.resolve("b/c.txt"), "");
    Files.writeString(content.resolve("a.txt"), "abc");
    assertEquals(
        List.of(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  content/a.txt",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  content/b/c.txt"),
        Checksums.of(content).lines().toList());
  }
}
