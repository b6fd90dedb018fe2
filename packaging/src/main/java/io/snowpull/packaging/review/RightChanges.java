package io.snowpull.packaging.review;

import static io.snowpull.packaging.review.Change.Action.ADDED;
import static io.snowpull.packaging.review.Change.Action.CHANGED;
import static io.snowpull.packaging.review.Change.Action.REMOVED;
import static io.snowpull.packaging.review.Change.Weight.CHANGES;
import static io.snowpull.packaging.review.Change.Weight.DANGEROUS;
import static io.snowpull.packaging.review.Change.Weight.NARROWS;
import static io.snowpull.packaging.review.Change.Weight.WIDENS;

import com.fasterxml.jackson.databind.JsonNode;

/** Privileges, hosts, roles, schemas, references and pages. */
final class RightChanges {

  private final Changes changes;

  private RightChanges(Changes changes) {
    this.changes = changes;
  }

  static void find(Model before, Model after, Changes changes) {
    RightChanges found = new RightChanges(changes);
    found.privileges(before, after);
    Comparison.walk(
        before.named("/connections"),
        after.named("/connections"),
        (name, one) ->
            changes.add(
                WIDENS,
                ADDED,
                "external access " + name,
                "reaches " + one.path("hosts").toString()),
        (name, one) ->
            changes.add(NARROWS, REMOVED, "external access " + name, "nothing is reached"),
        found::connection);
    found.roles(before, after);
    found.schemas(before, after);
    found.references(before, after);
    found.pages(before, after);
  }

  private void privileges(Model before, Model after) {
    Comparison.walk(
        before.by("/privileges", one -> one.path("privilege").asText()),
        after.by("/privileges", one -> one.path("privilege").asText()),
        (name, one) ->
            changes.add(
                WIDENS,
                ADDED,
                "privilege " + name,
                "consumers are asked for it: " + one.path("reason").asText()),
        (name, one) -> changes.add(NARROWS, REMOVED, "privilege " + name, "no longer asked for"),
        (name, old, now) ->
            Comparison.field(
                changes,
                CHANGES,
                "privilege " + name,
                "reason",
                old.path("reason"),
                now.path("reason"),
                ""));
  }

  private void connection(String name, JsonNode before, JsonNode after) {
    String subject = "external access " + name;
    for (String host : Model.without(after.path("hosts"), before.path("hosts"))) {
      changes.add(
          WIDENS, CHANGED, subject, "reaches " + host + "; consumers must add it to their rule");
    }
    for (String host : Model.without(before.path("hosts"), after.path("hosts"))) {
      changes.add(NARROWS, CHANGED, subject, "no longer reaches " + host);
    }
    Comparison.field(
        changes,
        DANGEROUS,
        subject,
        "secrets",
        before.path("secrets"),
        after.path("secrets"),
        "; what consumers bound may not fit");
  }

  private void roles(Model before, Model after) {
    Comparison.walk(
        before.named("/roles"),
        after.named("/roles"),
        (name, role) -> changes.add(CHANGES, ADDED, "role " + name, role.path("comment").asText()),
        (name, role) ->
            changes.add(
                DANGEROUS,
                REMOVED,
                "role " + name,
                "stays in accounts that have it, but is granted nothing new"),
        (name, old, now) -> {
          for (String inherited : Model.without(now.path("inherits"), old.path("inherits"))) {
            changes.add(WIDENS, CHANGED, "role " + name, "gains all that " + inherited + " may do");
          }
          for (String inherited : Model.without(old.path("inherits"), now.path("inherits"))) {
            changes.add(
                DANGEROUS,
                CHANGED,
                "role " + name,
                "should lose what " + inherited + " may do, but setup.sql revokes nothing");
          }
        });
  }

  private void schemas(Model before, Model after) {
    Comparison.walk(
        before.named("/schemas"),
        after.named("/schemas"),
        (name, schema) ->
            changes.add(CHANGES, ADDED, "schema " + name, schema.path("comment").asText()),
        (name, schema) ->
            changes.add(DANGEROUS, REMOVED, "schema " + name, "stays in accounts that have it"),
        (name, old, now) -> {
          Comparison.roles(
              changes, "schema " + name, "USAGE", old.path("usableBy"), now.path("usableBy"));
          Comparison.field(
              changes,
              DANGEROUS,
              "schema " + name,
              "versioned",
              old.path("versioned"),
              now.path("versioned"),
              "; a schema cannot change its kind");
        });
  }

  private void references(Model before, Model after) {
    Comparison.walk(
        before.named("/references"),
        after.named("/references"),
        (name, one) ->
            changes.add(
                WIDENS,
                ADDED,
                "reference " + name,
                "consumers are asked for "
                    + one.path("privileges")
                    + " on a "
                    + one.path("objectType").asText()),
        (name, one) ->
            changes.add(DANGEROUS, REMOVED, "reference " + name, "what consumers bound dangles"),
        (name, old, now) -> {
          if (!old.equals(now)) {
            changes.add(
                DANGEROUS,
                CHANGED,
                "reference " + name,
                "a definition must not change between versions. Add another name");
          }
        });
  }

  private void pages(Model before, Model after) {
    Comparison.walk(
        before.named("/streamlits"),
        after.named("/streamlits"),
        (name, page) ->
            changes.add(
                WIDENS, ADDED, "page " + name, "for " + Model.texts(page.path("grantedTo"))),
        (name, page) -> changes.add(DANGEROUS, REMOVED, "page " + name, "its address is gone"),
        (name, old, now) ->
            Comparison.roles(
                changes, "page " + name, "USAGE", old.path("grantedTo"), now.path("grantedTo")));
  }
}
