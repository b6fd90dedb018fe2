package io.snowpull.local.engine.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Statements to try the account with: all of the parser's and the dialect's cases, whole and then
 * damaged. The same seed gives the same statements.
 */
final class Corpus {

  private static final Path PARSER_CASES = Path.of("src/test/cases");
  private static final Path DIALECT_CASES =
      Path.of("src/test/resources/io/snowpull/local/engine/duckdb/cases");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z_$@][\\w$.]*|'[^']*'|\\d+(\\.\\d+)?|\\S");
  private static final List<String> FOREIGN =
      List.of(
          "\u0000", "'", "\"", "$$", "\ud83d", "\uffff", "/*", "--", ";", "(", ")", "@", "\\", "::",
          "[", "{", "?", ":1", "$1", ",", ".");
  private static final List<String> HOSTILE =
      List.of(
          "99999999999999999999999999999999999999",
          "-1",
          "1e308",
          "''",
          "NULL",
          "'\u0000'",
          "'9999999-99-99'",
          "X'0'",
          "PARSE_JSON('[[[[[[[[]]]]]]]]')",
          "ARRAY_CONSTRUCT()",
          "TRUE",
          "CURRENT_TIMESTAMP()",
          "(SELECT 1 WHERE FALSE)",
          "REPEAT('x', 100000)");
  private static final int DEEPEST = 60;

  private final List<String> whole;
  private final Random random;

  Corpus(long seed) throws IOException {
    this.whole = statements();
    this.random = new Random(seed);
  }

  /** The statements as they are written. */
  List<String> whole() {
    return whole;
  }

  /** One of them, damaged once or twice. */
  String next() {
    String damaged = damaged(any());
    return random.nextInt(3) == 0 ? damaged(damaged) : damaged;
  }

  private String damaged(String sql) {
    int at = random.nextInt(sql.length() + 1);
    return switch (random.nextInt(8)) {
      case 0 -> sql.substring(0, at);
      case 1 -> {
        String other = any();
        yield sql.substring(0, at) + other.substring(random.nextInt(other.length() + 1));
      }
      case 2 -> sql.substring(0, at) + one(FOREIGN) + sql.substring(at);
      case 3 -> word(sql, "");
      case 4 -> word(sql, one(HOSTILE));
      case 5 -> word(sql, one(words(any())));
      case 6 -> nested(sql);
      default -> sql.substring(0, at) + " " + one(words(any())) + " " + sql.substring(at);
    };
  }

  /** The statement with one of its words replaced. */
  private String word(String sql, String replacement) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sql);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    if (words.isEmpty()) {
      return replacement;
    }
    int[] word = words.get(random.nextInt(words.size()));
    return sql.substring(0, word[0]) + replacement + sql.substring(word[1]);
  }

  private String nested(String sql) {
    int depth = 1 + random.nextInt(DEEPEST);
    return switch (random.nextInt(3)) {
      case 0 -> "SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth);
      case 1 ->
          "SELECT * FROM " + "(SELECT * FROM ".repeat(depth) + "(" + sql + ")" + ")".repeat(depth);
      default -> "BEGIN " + sql + "; END";
    };
  }

  private String any() {
    return one(whole);
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> words(String sql) {
    List<String> words = WORD.matcher(sql).results().map(found -> found.group()).toList();
    return words.isEmpty() ? List.of("") : words;
  }

  private static List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>();
    for (Path file : files(PARSER_CASES, ".sql")) {
      for (String part : Files.readString(file).split(";\\s*\n")) {
        if (!part.isBlank()) {
          statements.add(part.strip());
        }
      }
    }
    for (Path file : files(DIALECT_CASES, ".txt")) {
      Files.readString(file)
          .lines()
          .filter(line -> line.startsWith("> "))
          .forEach(line -> statements.add(line.substring(2)));
    }
    return List.copyOf(statements);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
