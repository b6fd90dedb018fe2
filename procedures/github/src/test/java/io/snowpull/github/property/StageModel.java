package io.snowpull.github.property;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.SqlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The stage of an account: files by their paths, which no transaction takes back. Now and then it
 * does not take a file, or loses a row of it, as the seed decides.
 */
final class StageModel {
  private static final Pattern LOCATION = Pattern.compile("@STATE\\.STAGED_ROWS/([0-9/]*)");

  private final TreeMap<String, List<String>> files = new TreeMap<>();
  private final Random random;
  private boolean quiet;

  StageModel(Random random) {
    this.random = random;
  }

  /** No more faults. */
  void endFaults() {
    quiet = true;
  }

  /** Paths of what is there. */
  Set<String> files() {
    return Set.copyOf(files.keySet());
  }

  /** The folder that a statement or location names. */
  private static String folder(String text) {
    Matcher location = LOCATION.matcher(text);
    if (!location.find() || !location.group(1).endsWith("/")) {
      throw new IllegalArgumentException("no folder on the stage: " + text);
    }
    return location.group(1);
  }

  void put(String location, InputStream content) {
    int fault = quiet ? -1 : random.nextInt(12);
    if (fault == 0) {
      throw SqlException.of(new SQLException("the stage is out of reach", "58030", 253003));
    }
    List<String> lines = new ArrayList<>(lines(content));
    if (fault == 1) {
      lines.remove(random.nextInt(lines.size()));
    }
    files.put(folder(location) + "rows.json.gz", lines);
  }

  static List<String> lines(InputStream content) {
    try (InputStream text = new GZIPInputStream(content)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of all files that the statement reads, one after the other. */
  ArrayNode rows(String statement) {
    ArrayNode rows = Json.object().arrayNode();
    String folder = folder(statement);
    files.forEach(
        (path, lines) -> {
          if (path.startsWith(folder)) {
            lines.forEach(line -> rows.add(Json.parse(line)));
          }
        });
    return rows;
  }

  void remove(String statement) {
    String folder = folder(statement);
    files.keySet().removeIf(path -> path.startsWith(folder));
  }
}
