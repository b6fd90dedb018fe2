package io.snowpull.packaging.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

  @TempDir Path folder;

  private Assembly parts() throws IOException {
    for (String file :
        List.of(
            "sf/manifest.yml",
            "sf/setup.sql",
            "sf/grants.sql",
            "sf/app.json",
            "app.jar",
            "page/main.py",
            "page/part/view.py",
            "page/__pycache__/main.pyc",
            "page/.cache",
            "readme.md")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file);
    }
    Files.writeString(
        folder.resolve("sf/app.json"),
        """
        {"name": "APP", "version": {"name": "V1"}, "runtime": {"jar": "/lib/app.jar"},
          "streamlits": [{"name": "PUBLIC.PAGE"}]}
        """);
    Files.writeString(
        folder.resolve("bill.json"),
        """
        {"bomFormat": "CycloneDX", "metadata": {"component": {
          "group": "io.snowpull", "name": "app", "version": "1"}}, "components": []}
        """);
    return new Assembly(
        folder.resolve("sf"),
        folder.resolve("app.jar"),
        folder.resolve("page"),
        folder.resolve("readme.md"),
        folder.resolve("bill.json"));
  }

  @Test
  void laysOutAFixedListOfFilesInAWipedFolder() throws IOException {
    Path target = folder.resolve("target");
    Files.createDirectories(target.resolve("old"));
    Files.writeString(target.resolve("old/left.txt"), "left");
    parts().into(target);
    try (Stream<Path> files = Files.walk(target)) {
      assertEquals(
          List.of(
              "NOTICE",
              "README.md",
              "app.json",
              "grants.sql",
              "lib/app.jar",
              "manifest.yml",
              "sbom.cdx.json",
              "setup.sql",
              "streamlit/app.json",
              "streamlit/main.py",
              "streamlit/part/view.py"),
          files
              .filter(Files::isRegularFile)
              .map(file -> target.relativize(file).toString())
              .sorted()
              .toList());
    }
  }

  /** What the Snowflake CLI deploys is the folder, under the names that the application has. */
  @Test
  void putsAProjectDefinitionBesideTheFolder() throws IOException {
    parts().into(folder.resolve("target"));
    assertEquals(
        """
        # Generated: the Snowflake CLI runs the package from here, with 'snow app run'.
        definition_version: 2
        entities:
          package:
            type: application package
            identifier: APP_PACKAGE
            distribution: internal
            manifest: target/manifest.yml
            artifacts:
            - src: target/*
              dest: ./
          application:
            type: application
            identifier: APP
            from:
              target: package
            debug: false
        """,
        Files.readString(folder.resolve("snowflake.yml")));
  }

  @Test
  void anApplicationWithoutAPageNeedsNone() throws IOException {
    Assembly parts = parts();
    Files.writeString(
        folder.resolve("sf/app.json"),
        """
        {"name": "APP", "version": {"name": "V1"}, "runtime": {"jar": "/lib/app.jar"}}
        """);
    Path target = folder.resolve("target");
    parts.into(target);
    assertFalse(Files.exists(target.resolve("streamlit")));
    assertTrue(Files.exists(target.resolve("lib/app.jar")));
  }

  @Test
  void withoutABillThereIsNoNotice() throws IOException {
    Assembly parts = parts();
    Files.delete(folder.resolve("bill.json"));
    Path target = folder.resolve("target");
    parts.into(target);
    assertFalse(Files.exists(target.resolve("NOTICE")));
    assertTrue(Files.exists(target.resolve("manifest.yml")));
  }

  @Test
  void failsWhenAPartIsMissing() throws IOException {
    Assembly parts = parts();
    Files.delete(folder.resolve("sf/setup.sql"));
    assertThrows(IOException.class, () -> parts.into(folder.resolve("target")));
  }
}
