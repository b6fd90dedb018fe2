package io.snowpull.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages point to is there: files, and sections of files. */
class LinksTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

  /** Each environment of Python has a name that begins so. */
  private static final String ENVIRONMENT = ".venv";

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 6)) {
      Set<String> broken = new TreeSet<>();
      for (Path page : files.filter(LinksTest::isPage).toList()) {
        broken.addAll(broken(ROOT, page));
      }
      assertEquals(Set.of(), broken);
    }
  }

  @Test
  void brokenLinksAreFound(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("other.md"), "# Its `one` Section\n");
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        "[a](other.md) [b](missing.md) [c](other.md#its-one-section) [d](other.md#none) [e](#own)"
            + " [f](https://example.com/)\n## Own\n");
    assertEquals(Set.of("page.md: missing.md", "page.md: other.md#none"), broken(folder, page));
  }

  private static Set<String> broken(Path root, Path page) throws IOException {
    Set<String> broken = new TreeSet<>();
    Matcher links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      String link = links.group(1);
      if (!link.contains(":") && !leads(page, link)) {
        broken.add(root.relativize(page) + ": " + link);
      }
    }
    return broken;
  }

  private static boolean leads(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || !isPage(target) || anchors(target).contains(parts[1]);
  }

  /** As GitHub makes them: lower case, blanks as hyphens, other signs dropped. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult heading) -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .toList();
  }

  private static boolean isPage(Path file) {
    for (Path part : ROOT.relativize(file.toAbsolutePath())) {
      if (NOT_OURS.contains(part.toString()) || part.toString().startsWith(ENVIRONMENT)) {
        return false;
      }
    }
    return file.toString().endsWith(".md");
  }
}
