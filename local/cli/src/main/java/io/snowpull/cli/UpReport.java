package io.snowpull.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code up} has to say at its end: for programs one JSON document, for people a table. */
record UpReport(
    List<RepositoryOutcome> repositories,
    @JsonProperty("jdbc_url") String jdbcUrl,
    String user,
    String password,
    @JsonProperty("connection_file") String connectionFile) {

  boolean isAllDone() {
    return repositories.stream().allMatch(RepositoryOutcome::isDone);
  }

  String toJson() {
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers is always JSON", e);
    }
  }

  String toText() {
    List<String> header =
        List.of("repository", "state", "rows", "requests", "seconds", "table", "reason");
    List<List<String>> cells = repositories.stream().map(UpReport::row).toList();
    String example =
        repositories.stream()
            .filter(RepositoryOutcome::isDone)
            .findFirst()
            .map(done -> "SELECT * FROM " + done.view() + " LIMIT 5")
            .orElse("SHOW DATABASES");
    return TextTable.of(header, cells)
        + "\nQuery it      ./snowpull sql \""
        + example
        + "\""
        + "\nConnect       "
        + jdbcUrl
        + "  user "
        + user
        + "  password "
        + password
        + "\nDrivers, CLI  connection 'local' in "
        + connectionFile;
  }

  private static List<String> row(RepositoryOutcome outcome) {
    return List.of(
        outcome.repository(),
        outcome.state(),
        Long.toString(outcome.rows()),
        Long.toString(outcome.requests()),
        String.format(Locale.ROOT, "%.1f", outcome.seconds()),
        orDash(outcome.table()),
        orDash(outcome.reason()));
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
