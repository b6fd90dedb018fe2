package io.snowpull.packaging.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guides show is what is compiled and tested. */
class GuideTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path CASES = ROOT.resolve("sqlgen/processor/src/test/resources/cases");

  @ParameterizedTest
  @ValueSource(
      strings = {"docs/generator.md", "docs/local-account-in-tests.md", "docs/tutorial.md"})
  void everyBlockIsACopyOfWhatIsTested(String file) throws IOException {
    Guide guide = new Guide(ROOT, file);
    assertEquals(List.of(), guide.strays());
    String renewed = guide.renewed(GuideTest::made);
    if (System.getProperty("renewGuides") != null) {
      Files.writeString(ROOT.resolve(file), renewed);
    }
    assertEquals(
        renewed,
        guide.text(),
        file
            + " shows what is no longer so; renew it with: mvn test -pl packaging -am"
            + " -Dtest=GuideTest -DrenewGuides -Dsurefire.failIfNoSpecifiedTests=false");
  }

  @Test
  void aBlockThatDiffersIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("A.java"), "x\n  // docs:begin r\n  new A();\n  // docs:end r\n");
    Files.writeString(
        folder.resolve("guide.md"),
        "<!-- copy: A.java#r -->\n```java\nold A();\n```\n\n```sh\nstray\n```\n");
    Guide guide = new Guide(folder, "guide.md");
    assertTrue(guide.renewed(name -> null).contains("```java\nnew A();\n```"));
    assertEquals(List.of("stray"), guide.strays());
    Files.writeString(folder.resolve("guide.md"), "<!-- copy: A.java#s -->\n```\n```\n");
    assertThrows(IllegalArgumentException.class, () -> guide.renewed(name -> null));
  }

  private static @Nullable String made(String name) throws IOException {
    return switch (name) {
      case "diff" -> diff("setup.sql");
      case "review" -> Report.TEXT.of(Review.of(model("guide-before"), model("guide-after")));
      default -> null;
    };
  }

  private static Model model(String folder) throws IOException {
    return Model.read(Files.readString(expected(folder, "app.json")));
  }

  /** As the pull request of the added procedure shows it. */
  private static String diff(String file) throws IOException {
    List<String> before = Files.readAllLines(expected("guide-before", file));
    List<String> after = Files.readAllLines(expected("guide-after", file));
    return String.join(
            "\n",
            UnifiedDiffUtils.generateUnifiedDiff(
                "a/packaging/src/approved/" + file,
                "b/packaging/src/approved/" + file,
                before,
                DiffUtils.diff(before, after),
                2))
        + "\n";
  }

  private static Path expected(String folder, String file) {
    return CASES.resolve(folder).resolve("expected").resolve(file);
  }
}
