package io.snowpull.packaging.approval;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
  private static final int CONTEXT = 3;

  /** Unified diffs from the approved copy to the generated files; empty when nothing differs. */
  List<String> differences() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String file : FILES) {
      List<String> before = lines(approved.resolve(file));
      List<String> after = Files.readAllLines(generated.resolve(file));
      if (!before.equals(after)) {
        differences.addAll(
            UnifiedDiffUtils.generateUnifiedDiff(
                "approved/" + file,
                "generated/" + file,
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
    for (String file : FILES) {
      Files.writeString(approved.resolve(file), Files.readString(generated.resolve(file)));
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
