package io.snowpull.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.snowpull.packaging.supply.BillOfMaterials;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the bill of materials to what the application's jar really carries. */
class PackagedLibrariesTest {

  private static final Path PACKAGE =
      RepositoryRoot.find().path().resolve("packaging/target/sf_build");
  private static final String OWN = "io/snowpull/";
  private static final String RELOCATED = OWN + "shaded/jackson/";

  @Test
  void theBillNamesExactlyTheJarsWhoseClassesAreInThePackage() throws IOException {
    Set<String> carried = new TreeSet<>();
    try (JarFile jar = new JarFile(PACKAGE.resolve("lib/snowpull-github.jar").toFile())) {
      for (JarEntry entry : jar.stream().filter(one -> one.getName().endsWith(".class")).toList()) {
        carried.add(origin(entry.getName().replaceFirst("^META-INF/versions/[0-9]+/", "")));
      }
    }
    assertEquals(
        carried,
        BillOfMaterials.read(PACKAGE.resolve(BillOfMaterials.FILE)).components().stream()
            .map(one -> one.own() ? one.name() : one.fileName())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The jar that brought a class; for our own, the module's name. */
  private static String origin(String name) throws IOException {
    if (name.startsWith(OWN) && !name.startsWith(RELOCATED)) {
      String rest = name.substring(OWN.length());
      return "snowpull-" + rest.substring(0, rest.indexOf('/'));
    }
    String original = name.replace(RELOCATED, "com/fasterxml/jackson/");
    URL url = PackagedLibrariesTest.class.getClassLoader().getResource(original);
    assertNotNull(
        url, () -> original + " is on no class path: where does the package have it from?");
    return String.valueOf(
        Path.of(((JarURLConnection) url.openConnection()).getJarFile().getName()).getFileName());
  }
}
