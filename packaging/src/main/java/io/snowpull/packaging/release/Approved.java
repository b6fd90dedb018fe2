package io.snowpull.packaging.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The approved files of a checkout, blind to versions.
 *
 * @param texts their texts by name, each version as one and the same word
 */
record Approved(Map<String, String> texts) {
  private static final Pattern VERSION = Pattern.compile("\\bV\\d+_\\d+\\b|\"\\d+\\.\\d+\"");

  static Approved read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(
            String.valueOf(file.getFileName()),
            VERSION.matcher(Files.readString(file)).replaceAll("VERSION"));
      }
    }
    return new Approved(texts);
  }

  /**
   * @throws ReleaseException RELEASE_UNAPPROVED when more than the version differs
   */
  void requireSameBut(Approved generated) {
    List<String> different =
        Stream.concat(texts.keySet().stream(), generated.texts.keySet().stream())
            .distinct()
            .filter(
                name ->
                    !texts.getOrDefault(name, "").equals(generated.texts.getOrDefault(name, "")))
            .toList();
    if (!different.isEmpty()) {
      throw new ReleaseException(
          "RELEASE_UNAPPROVED",
          "what is generated differs from the approved copy in more than the version: "
              + String.join(", ", different)
              + ". Look at it with ./snowpull review, and approve it in a commit of its own.");
    }
  }
}
