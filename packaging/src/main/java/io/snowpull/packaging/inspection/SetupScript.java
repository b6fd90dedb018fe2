package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A setup script as its statements, without comments. */
record SetupScript(List<Statement> statements) {

  /**
   * A statement.
   *
   * @param line line of its first word, from 1
   * @param text its text without comments, every run of white space one space
   * @param words the same with literals emptied, so that nothing quoted looks like SQL
   */
  record Statement(int line, String text, String words) {

    String place() {
      return "setup.sql:" + line;
    }
  }

  static SetupScript read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  static SetupScript of(String text) {
    return new SetupScript(new Reader(text).read());
  }

  /** Reads statements, aware of comments, literals and dollar-quoted bodies. */
  private static final class Reader {

    private final String source;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private int at;
    private int line = 1;
    private int start = 1;

    Reader(String source) {
      this.source = source;
    }

    List<Statement> read() {
      while (at < source.length()) {
        if (source.startsWith("--", at) || source.startsWith("//", at)) {
          skipTo("\n", 0);
        } else if (source.startsWith("/*", at)) {
          skipTo("*/", 2);
        } else if (source.startsWith("$$", at)) {
          quoted("$$");
        } else if (source.charAt(at) == '\'' || source.charAt(at) == '"') {
          quoted(source.substring(at, at + 1));
        } else if (source.charAt(at) == ';') {
          at++;
          end();
        } else {
          plain(source.charAt(at));
        }
      }
      end();
      return List.copyOf(statements);
    }

    private void plain(char c) {
      if (Character.isWhitespace(c)) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
          words.append(' ');
        }
      } else {
        if (text.length() == 0) {
          start = line;
        }
        text.append(c);
        words.append(c);
      }
      advance(1);
    }

    private void quoted(String quote) {
      int end = at + quote.length();
      while (end < source.length() && !source.startsWith(quote, end)) {
        end += quote.equals("'") && source.charAt(end) == '\\' ? 2 : 1;
      }
      int after = Math.min(source.length(), end + quote.length());
      text.append(source, at, after);
      words.append(quote.equals("\"") ? source.substring(at, after) : quote + quote);
      advance(after - at);
    }

    private void skipTo(String mark, int beyond) {
      int end = source.indexOf(mark, at);
      advance((end < 0 ? source.length() : end + beyond) - at);
    }

    private void advance(int count) {
      for (int i = 0; i < count && at < source.length(); i++) {
        if (source.charAt(at++) == '\n') {
          line++;
        }
      }
    }

    private void end() {
      if (!text.toString().isBlank()) {
        statements.add(new Statement(start, text.toString().strip(), words.toString().strip()));
      }
      text.setLength(0);
      words.setLength(0);
    }
  }
}
