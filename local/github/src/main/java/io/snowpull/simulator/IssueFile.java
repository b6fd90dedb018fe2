package io.snowpull.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of recorded issues, one JSON object a line. */
record IssueFile(Path path) implements IssueSource {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<StoredIssue> read(String fullName) throws IOException {
    List<StoredIssue> issues = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          StoredIssue issue = issue(text.strip(), line);
          if (!numbers.add(issue.number())) {
            throw fault(line, "issue " + issue.number() + " stands in the file twice", null);
          }
          issues.add(issue);
        }
      }
    }
    return issues;
  }

  private StoredIssue issue(String text, int line) throws IOException {
    try {
      JsonNode issue = JSON.readTree(text);
      return StoredIssue.of(issue, text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw fault(line, "not one JSON object: " + e.getOriginalMessage(), e);
    } catch (RuntimeException e) {
      throw fault(line, String.valueOf(e.getMessage()), e);
    }
  }

  private IOException fault(int line, String reason, @Nullable Throwable cause) {
    return new IOException(path + ", line " + line + ": " + reason, cause);
  }
}
