package io.snowpull.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, aligned. */
final class TextTable {
  private static final int WIDEST = 60;

  private TextTable() {}

  /** Ends with a line break. Every row has as many cells as the header. */
  static String of(List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    rows.forEach(row -> all.add(row.stream().map(TextTable::oneLine).toList()));
    int[] widths = new int[header.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, length(row.get(i))));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < all.size(); line++) {
      append(text, all.get(line), widths);
      if (line == 0) {
        append(text, rule(widths), widths);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "  ").append(cells.get(i));
      // The last cell may be long and needs no space after it.
      if (i < widths.length - 1) {
        line.append(" ".repeat(Math.max(0, widths[i] - length(cells.get(i)))));
      }
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static List<String> rule(int[] widths) {
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    return rule;
  }

  private static String oneLine(String cell) {
    return cell.replaceAll("\\s*\\R\\s*", " ");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
