package io.snowpull.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A checked {@code owner/name}. */
record RepositoryName(String text) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}");

  static RepositoryName of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a repository name: write OWNER/NAME, as in hub4j/github-api");
    }
    return new RepositoryName(text);
  }

  String owner() {
    return text.substring(0, text.indexOf('/'));
  }

  String name() {
    return text.substring(text.indexOf('/') + 1);
  }

  /** The same positive number whenever this name is simulated. */
  long standardId() {
    CRC32 sum = new CRC32();
    sum.update(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return 100_000_000L + sum.getValue() % 900_000_000L;
  }
}
