package io.snowpull.processor.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that try to leave their quotes, hand-picked and random, the same in every run. */
final class HostileText {

  private static final List<String> FRAGMENTS =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "\\",
          "\\\\",
          "\\'",
          "\\\"",
          "$$",
          "$",
          "{{",
          "}}",
          "{{{",
          "}}}",
          "{{name}}",
          "{0}",
          "?",
          ":x",
          "::",
          "--",
          "/*",
          "*/",
          ";",
          "\n",
          "\r\n",
          "\t",
          "`",
          "|",
          "#",
          "&",
          "<b>",
          "]]>",
          "%",
          "\u0001",
          "\u007f",
          "\u0085",
          "\u2028",
          "\ufeff",
          "é",
          "ß",
          "漢",
          "😀",
          "\\u0027",
          "\\x27",
          "\\47",
          "' OR 1=1 --",
          "\\' OR 1=1 --",
          "$$; DROP TABLE T;");
  private static final String ALPHABET = "aZ0_ '\"\\$`{}[]()|:;?-\n\t\r,.é漢\u2028";

  private HostileText() {}

  /** At least two hundred hand-made texts: every fragment alone, and between others. */
  static List<String> chosen() {
    List<String> texts = new ArrayList<>(FRAGMENTS);
    for (int i = 0; i < FRAGMENTS.size(); i++) {
      String one = FRAGMENTS.get(i);
      String other = FRAGMENTS.get((i * 7 + 3) % FRAGMENTS.size());
      texts.add("a" + one);
      texts.add(one + "z");
      texts.add(one + other);
      texts.add("a" + other + one + other + "z");
    }
    return texts;
  }

  /** Random texts, without NUL, which is rejected. */
  static List<String> random(int count) {
    Random random = new Random(20_261_124);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(24);
      for (int j = 0; j < length; j++) {
        switch (random.nextInt(4)) {
          case 0 -> text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
          case 1 -> text.appendCodePoint(codePoint(random));
          default -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static int codePoint(Random random) {
    int codePoint;
    do {
      codePoint = 1 + random.nextInt(0xFFFF);
    } while (Character.isSurrogate((char) codePoint));
    return codePoint;
  }
}
