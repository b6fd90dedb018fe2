package io.snowpull.packaging.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file whose code blocks are copies of what stands elsewhere. Before each block a
 * comment says what it is a copy of:
 *
 * <pre>
 * &lt;!-- copy: path/from/the/root/File.java#region --&gt;
 * </pre>
 *
 * A region stands between {@code docs:begin region} and {@code docs:end region}; without one, the
 * whole file is copied.
 */
final class Guide {
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- copy: (\\S+) -->\\n)?```(\\w*)\\n(.*?)```\\n", Pattern.DOTALL);

  private final Path root;
  private final Path file;

  /** Gives what stands nowhere as a file. */
  interface Made {
    /** The text of this name, null for one that is unknown. */
    @org.jspecify.annotations.Nullable
    String text(String name) throws IOException;
  }

  Guide(Path root, String file) {
    this.root = root;
    this.file = root.resolve(file);
  }

  String text() throws IOException {
    return Files.readString(file);
  }

  /** The guide with each block renewed. */
  String renewed(Made made) throws IOException {
    String text = text();
    StringBuilder renewed = new StringBuilder();
    int from = 0;
    for (MatchResult block : blocks(text)) {
      if (block.group(1) == null) {
        continue;
      }
      renewed.append(text, from, block.start(3)).append(original(block.group(1), made));
      from = block.end(3);
    }
    return renewed.append(text.substring(from)).toString();
  }

  /** First lines of the blocks that are copies of nothing. */
  List<String> strays() throws IOException {
    List<String> strays = new ArrayList<>();
    for (MatchResult block : blocks(text())) {
      if (block.group(1) == null) {
        strays.add(block.group(3).lines().findFirst().orElse(""));
      }
    }
    return strays;
  }

  private static List<MatchResult> blocks(String text) {
    Matcher matcher = BLOCK.matcher(text);
    return matcher.results().toList();
  }

  private String original(String source, Made made) throws IOException {
    String text = made.text(source);
    if (text != null) {
      return text;
    }
    String[] parts = source.split("#", 2);
    String whole = Files.readString(root.resolve(parts[0]));
    return parts.length == 1 ? whole : region(whole, parts[1], source);
  }

  private static String region(String whole, String name, String source) {
    List<String> lines = whole.lines().toList();
    int begin = indexOf(lines, "docs:begin " + name);
    int end = indexOf(lines, "docs:end " + name);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("there is no region " + source);
    }
    return String.join("\n", lines.subList(begin + 1, end)).stripTrailing().stripIndent() + "\n";
  }

  private static int indexOf(List<String> lines, String mark) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).replace("-->", "").strip().endsWith(mark)) {
        return i;
      }
    }
    return -1;
  }
}
