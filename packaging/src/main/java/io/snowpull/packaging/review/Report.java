package io.snowpull.packaging.review;

import io.snowpull.packaging.review.Change.Weight;
import java.util.List;
import java.util.Locale;

/** Writes changes for people: plain text, or Markdown to paste into a pull request. */
enum Report {
  TEXT {
    @Override
    String heading(String title) {
      return title + "\n";
    }

    @Override
    String line(Change change) {
      return "  " + change.action().sign() + " " + change.subject() + ": " + change.effect() + "\n";
    }
  },
  MARKDOWN {
    @Override
    String heading(String title) {
      return "### " + title + "\n\n";
    }

    @Override
    String line(Change change) {
      return "- "
          + change.action().name().toLowerCase(Locale.ROOT)
          + " **"
          + escaped(change.subject())
          + "**: "
          + escaped(change.effect())
          + "\n";
    }
  };

  abstract String heading(String title);

  abstract String line(Change change);

  /** All changes, what widens first; one sentence when there are none. */
  String of(Changes changes) {
    if (changes.all().isEmpty()) {
      return "Nothing changes for installed applications.\n";
    }
    StringBuilder report = new StringBuilder(summary(changes)).append("\n\n");
    for (Weight weight : Weight.values()) {
      List<Change> weighed = changes.of(weight);
      if (!weighed.isEmpty()) {
        report.append(heading(weight.title()));
        weighed.forEach(change -> report.append(line(change)));
        report.append('\n');
      }
    }
    return report.toString().stripTrailing() + "\n";
  }

  private static String summary(Changes changes) {
    int count = changes.all().size();
    int widening = changes.of(Weight.WIDENS).size();
    return count
        + (count == 1 ? " change" : " changes")
        + " for installed applications: "
        + widening
        + (widening == 1 ? " widens, " : " widen, ")
        + changes.of(Weight.DANGEROUS).size()
        + " dangerous, "
        + changes.of(Weight.NARROWS).size()
        + " narrow.";
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
  }
}
