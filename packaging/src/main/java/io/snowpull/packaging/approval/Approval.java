package io.snowpull.packaging.approval;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.snowpull.ddl.monitoring.MonitoringView;
import io.snowpull.ddl.recurring.RecurringStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generated files beside their approved copy.
 *
 * @param generated folder with the generated files
 * @param approved folder of the approved copy, under version control
 */
record Approval(Path generated, Path approved) {

  private static final List<String> FILES =
      List.of(
          "setup.sql", "grants.sql", "manifest.yml", "procedures.md", "privileges.md", "app.json");

  /** What the application sends while it runs; the rest is what it is installed from. */
  private static final String STATEMENTS = "statements.sql";

  private static final int CONTEXT = 3;

  /** Unified diffs from the approved copy to the generated files; empty when nothing differs. */
  List<String> differences() throws IOException {
    List<String> differences = new ArrayList<>();
    for (var file : texts().entrySet()) {
      List<String> before = lines(approved.resolve(file.getKey()));
      List<String> after = file.getValue().lines().toList();
      if (!before.equals(after)) {
        differences.addAll(
            UnifiedDiffUtils.generateUnifiedDiff(
                "approved/" + file.getKey(),
                "generated/" + file.getKey(),
                before,
                DiffUtils.diff(before, after),
                CONTEXT));
      }
    }
    return differences;
  }

  /** Makes the generated files the approved copy. */
  void approve() throws IOException {
    Files.createDirectories(approved);
    for (var file : texts().entrySet()) {
      Files.writeString(approved.resolve(file.getKey()), file.getValue());
    }
  }

  /** The generated texts by file name. */
  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file : FILES) {
      texts.put(file, Files.readString(generated.resolve(file)));
    }
    texts.put(STATEMENTS, RecurringStatement.script() + "\n" + MonitoringView.script());
    return texts;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
