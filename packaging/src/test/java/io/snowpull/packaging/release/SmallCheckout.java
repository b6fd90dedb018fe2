package io.snowpull.packaging.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A repository with every place of the version, small enough to be released in a second. */
record SmallCheckout(Path root) {
  static final String PACKAGE_INFO =
      "procedures/github/src/main/java/io/snowpull/github/package-info.java";
  static final String MODEL = "packaging/src/approved/app.json";

  private static final Map<String, String> FILES =
      Map.of(
          "pom.xml",
          "<artifactId>snowpull</artifactId>\n<version>99.0.0-SNAPSHOT</version>\n"
              + "<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>\n",
          "ui/pom.xml",
          "<artifactId>snowpull</artifactId> <version>99.0.0-SNAPSHOT</version>\n",
          "local/cli/src/main/java/io/snowpull/cli/SnowpullCommand.java",
          "@Command(version = \"snowpull 0.0.0\")\n",
          PACKAGE_INFO,
          "@App(version = \"V0_0\",\n    label = \"0.0\")\n",
          MODEL,
          "{\"version\": {\"name\": \"V0_0\", \"label\": \"0.0\"}}\n",
          ".gitignore",
          "target/\n",
          Changelog.FILE,
          "# Changelog\n\n## Unreleased\n\n- The first thing.\n");

  static SmallCheckout in(Path root) throws IOException, InterruptedException {
    SmallCheckout checkout = new SmallCheckout(Files.createDirectories(root));
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      checkout.write(file.getKey(), file.getValue());
    }
    checkout.command().git("init", "--quiet", "--initial-branch=main");
    checkout.command().git("config", "user.name", "Releaser");
    checkout.command().git("config", "user.email", "releaser@example.invalid");
    checkout.command().git("config", "commit.gpgsign", "false");
    checkout.command().git("config", "tag.gpgsign", "false");
    checkout.commit();
    return checkout;
  }

  Command command() {
    return new Command(root);
  }

  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.writeString(path, text);
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  void commit() throws IOException, InterruptedException {
    command().commit("Work");
  }

  /** Does to the small repository what Maven does to the real one. */
  static void build(Path tree) throws IOException {
    String declared = Files.readString(tree.resolve(PACKAGE_INFO));
    String version = declared.replaceAll("(?s).*version = \"([^\"]+)\".*", "$1");
    String label = declared.replaceAll("(?s).*label = \"([^\"]+)\".*", "$1");
    String model =
        Files.readString(tree.resolve(MODEL))
            .replaceAll("V\\d+_\\d+", version)
            .replaceAll("\"\\d+\\.\\d+\"", "\"" + label + "\"");
    Files.writeString(tree.resolve(MODEL), model);
    Path folder = Files.createDirectories(tree.resolve(Release.PACKAGE).resolve("lib"));
    Files.writeString(folder.resolveSibling("app.json"), model);
    Files.writeString(folder.resolve("app.jar"), "jar of " + version);
  }
}
