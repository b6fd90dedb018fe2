package io.snowpull.runtime.enabling;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.resource.Schedule;
import io.snowpull.runtime.source.CatalogEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which resources a person wants to enable at once.
 *
 * @param resources names, or {@code owner/*} for all of an owner
 * @param include of an owner's resources those only; empty for all
 * @param exclude of an owner's resources all but those
 * @param archived whether an owner's archived resources are wanted
 * @param forks whether an owner's forks are wanted
 * @param dryRun whether only to say what would be done
 * @param schedule when they run; empty for as often as most
 */
record EnableRequest(
    List<String> resources,
    List<Pattern> include,
    List<Pattern> exclude,
    boolean archived,
    boolean forks,
    boolean dryRun,
    Optional<Schedule> schedule) {
  private static final Set<String> KEYS =
      Set.of("resources", "include", "exclude", "archived", "forks", "dry_run", "schedule");
  private static final int MOST_RESOURCES = 1_000;

  /**
   * Reads {@code {"resources": [...], "include": [...], "exclude": [...], "archived": false,
   * "forks": false, "dry_run": false, "schedule": "30 MINUTES"}}; all but the first may be missing.
   *
   * @throws ConnectorException REQUEST_INVALID
   */
  static EnableRequest of(JsonNode document) {
    if (!document.isObject()) {
      throw invalid("it is no JSON object");
    }
    for (Iterator<String> names = document.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KEYS.contains(name)) {
        throw invalid("it has the unknown key '" + name + "'");
      }
    }
    List<String> resources = texts(document, "resources");
    if (resources.isEmpty() || resources.size() > MOST_RESOURCES) {
      throw invalid(
          "'resources' has " + resources.size() + " names instead of 1 to " + MOST_RESOURCES);
    }
    JsonNode schedule = document.path("schedule");
    return new EnableRequest(
        resources,
        texts(document, "include").stream().map(EnableRequest::glob).toList(),
        texts(document, "exclude").stream().map(EnableRequest::glob).toList(),
        flag(document, "archived"),
        flag(document, "forks"),
        flag(document, "dry_run"),
        schedule.isTextual()
            ? Optional.of(Schedule.parse(schedule.textValue()))
            : Optional.empty());
  }

  /** Why a resource of an owner is left out; empty when it is wanted. */
  Optional<String> reasonToSkip(CatalogEntry entry) {
    String name = entry.identity().name();
    if (!entry.readable()) {
      return Optional.of("has nothing to read");
    }
    if (entry.archived() && !archived) {
      return Optional.of("archived");
    }
    if (entry.fork() && !forks) {
      return Optional.of("fork");
    }
    if (!include.isEmpty() && include.stream().noneMatch(glob -> glob.matcher(name).matches())) {
      return Optional.of("not included");
    }
    if (exclude.stream().anyMatch(glob -> glob.matcher(name).matches())) {
      return Optional.of("excluded");
    }
    return Optional.empty();
  }

  /** A pattern without a slash is about the name alone, whoever the owner is. */
  private static Pattern glob(String text) {
    StringBuilder pattern = new StringBuilder(text.contains("/") ? "" : "[^/]*/");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '*' -> pattern.append("[^/]*");
        case '?' -> pattern.append("[^/]");
        default -> pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
  }

  private static List<String> texts(JsonNode document, String key) {
    JsonNode value = document.path(key);
    List<String> texts = new ArrayList<>();
    if (value.isMissingNode() || value.isNull()) {
      return texts;
    }
    if (!value.isArray()) {
      throw invalid("'" + key + "' is no list");
    }
    for (JsonNode element : value) {
      if (!element.isTextual() || element.textValue().isBlank()) {
        throw invalid("'" + key + "' holds " + element + ", which is no name");
      }
      texts.add(element.textValue().strip());
    }
    return texts;
  }

  private static boolean flag(JsonNode document, String key) {
    JsonNode value = document.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw invalid("'" + key + "' is " + value + " instead of true or false");
    }
    return value.asBoolean(false);
  }

  private static ConnectorException invalid(String why) {
    return new ConnectorException(
        RuntimeError.REQUEST_INVALID,
        "The request cannot be carried out: "
            + why
            + ". Pass PARSE_JSON('{\"resources\": [\"owner/name\", \"owner/*\"], \"include\": [],"
            + " \"exclude\": [], \"archived\": false, \"forks\": false, \"dry_run\": false}'); all"
            + " but the first may be left out.");
  }
}
