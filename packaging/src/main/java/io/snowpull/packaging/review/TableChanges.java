package io.snowpull.packaging.review;

import static io.snowpull.packaging.review.Change.Action.ADDED;
import static io.snowpull.packaging.review.Change.Action.CHANGED;
import static io.snowpull.packaging.review.Change.Action.REMOVED;
import static io.snowpull.packaging.review.Change.Weight.CHANGES;
import static io.snowpull.packaging.review.Change.Weight.DANGEROUS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tables and views: what an upgrade reaches in an account where they exist, and what it does not.
 */
final class TableChanges {

  private final Changes changes;

  private TableChanges(Changes changes) {
    this.changes = changes;
  }

  static void find(Model before, Model after, Changes changes) {
    TableChanges found = new TableChanges(changes);
    Comparison.walk(
        before.named("/tables"),
        after.named("/tables"),
        (name, table) ->
            changes.add(CHANGES, ADDED, "table " + name, table.path("comment").asText()),
        (name, table) ->
            changes.add(
                DANGEROUS,
                REMOVED,
                "table " + name,
                "stays in accounts that have it, with its rows; new installations lack it"),
        found::table);
    Comparison.walk(
        before.named("/views"),
        after.named("/views"),
        (name, view) -> changes.add(CHANGES, ADDED, "view " + name, view.path("comment").asText()),
        (name, view) ->
            changes.add(DANGEROUS, REMOVED, "view " + name, "queries that read it fail"),
        found::view);
  }

  private void table(String name, JsonNode before, JsonNode after) {
    String subject = "table " + name;
    Comparison.roles(
        changes, subject, "SELECT", before.path("readableBy"), after.path("readableBy"));
    Comparison.walk(
        columns(before),
        columns(after),
        (column, now) -> addedColumn(subject, column, now),
        (column, old) ->
            changes.add(
                DANGEROUS,
                REMOVED,
                subject + " column " + column,
                "stays in accounts that have it; new installations lack it"),
        (column, old, now) -> column(subject + " column " + column, old, now));
    Comparison.field(
        changes,
        CHANGES,
        subject,
        "clustering",
        before.path("clusterBy"),
        after.path("clusterBy"),
        ", in new installations only");
    Comparison.field(
        changes, CHANGES, subject, "comment", before.path("comment"), after.path("comment"), "");
  }

  private void addedColumn(String subject, String column, JsonNode now) {
    boolean reaches = !now.path("addedIn").asText().isEmpty();
    changes.add(
        reaches ? CHANGES : DANGEROUS,
        ADDED,
        subject + " column " + column,
        now.path("type").asText()
            + (reaches
                ? ", NULL in existing rows"
                : ": tables that exist do not get it. Say addedIn in its @Column"));
  }

  private void column(String subject, JsonNode before, JsonNode after) {
    for (String field : new String[] {"type", "notNull", "defaultExpression", "literal"}) {
      Comparison.field(
          changes,
          DANGEROUS,
          subject,
          field,
          before.path(field),
          after.path(field),
          ", but tables that exist keep what they have");
    }
  }

  private void view(String name, JsonNode before, JsonNode after) {
    String subject = "view " + name;
    Comparison.roles(
        changes, subject, "SELECT", before.path("readableBy"), after.path("readableBy"));
    Comparison.walk(
        columns(before),
        columns(after),
        (column, now) ->
            changes.add(CHANGES, ADDED, subject + " column " + column, now.path("type").asText()),
        (column, old) ->
            changes.add(
                DANGEROUS, REMOVED, subject + " column " + column, "queries that name it fail"),
        (column, old, now) -> {
          if (!old.equals(now)) {
            changes.add(CHANGES, CHANGED, subject + " column " + column, "is computed differently");
          }
        });
  }

  private static Map<String, JsonNode> columns(JsonNode table) {
    Map<String, JsonNode> columns = new TreeMap<>();
    table.path("columns").forEach(column -> columns.put(column.path("name").asText(), column));
    return columns;
  }
}
