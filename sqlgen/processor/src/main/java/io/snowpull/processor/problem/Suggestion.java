package io.snowpull.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The "did you mean" of a message about an unknown name. */
public final class Suggestion {

  private Suggestion() {}

  /** Names the closest candidate, or lists all of them when none is close. */
  public static String among(String wanted, Collection<?> candidates) {
    if (candidates.isEmpty()) {
      return "None is declared.";
    }
    Optional<String> closest =
        candidates.stream()
            .map(Object::toString)
            .filter(candidate -> close(wanted, candidate))
            .min(
                Comparator.comparingInt((String candidate) -> distance(wanted, candidate))
                    .thenComparing(Comparator.naturalOrder()));
    return closest
        .map(name -> "Did you mean " + name + "?")
        .orElseGet(
            () ->
                candidates.stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", ", "Declared: ", ".")));
  }

  private static boolean close(String wanted, String candidate) {
    return distance(wanted, candidate) <= Math.max(2, wanted.length() / 3)
        || candidate.startsWith(wanted)
        || wanted.startsWith(candidate);
  }

  private static int distance(String left, String right) {
    String a = left.toUpperCase(Locale.ROOT);
    String b = right.toUpperCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
