package io.snowpull.simulator;

import java.util.Random;

/** Text that looks like what people write into issues, code and other alphabets included. */
final class Prose {
  private static final String[] WORDS =
      ("the a connection to server fails when reading large file after update timeout request"
              + " returns null instead of list and should retry with backoff test build release"
              + " version cache header token page parser stream thread lock memory leak driver"
              + " schema column index query plan config option default value user account sync"
              + " repository branch commit merge conflict review comment issue label milestone")
          .split(" ");
  private static final String[] FRAGMENTS = {
    "```java\nclient.listIssues().forEach(issue -> store.put(issue.id(), issue));\n```",
    "> I can't reproduce this on Linux, only with \"C:\\temp\\new\" as the path.",
    "Das Problem tritt auch mit Umlauten (ä, ö, ü) auf.",
    "同じ問題が発生しています。 \uD83D\uDE80",
    "See #12 and https://example.com/a?b=c&d=%20e for the details.",
    "- [x] reproduced\n- [ ] fixed",
  };

  private Prose() {}

  static String sentence(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** About {@code length} characters, at least one sentence. */
  static String text(Random random, int length) {
    StringBuilder text = new StringBuilder(sentence(random, 5)).append('.');
    while (text.length() < length) {
      text.append(random.nextInt(4) == 0 ? "\r\n\r\n" : " ");
      if (random.nextInt(8) == 0) {
        text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
      } else {
        text.append(sentence(random, 5 + random.nextInt(12))).append('.');
      }
    }
    return text.toString();
  }
}
