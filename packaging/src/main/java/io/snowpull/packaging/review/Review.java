package io.snowpull.packaging.review;

import static io.snowpull.packaging.review.Change.Action.ADDED;
import static io.snowpull.packaging.review.Change.Action.REMOVED;
import static io.snowpull.packaging.review.Change.Weight.CHANGES;
import static io.snowpull.packaging.review.Change.Weight.DANGEROUS;
import static io.snowpull.packaging.review.Change.Weight.WIDENS;

import java.io.IOException;

/** What a change of the model does to installed applications. */
public final class Review {

  private Review() {}

  /** What differs between two models of an application, as Markdown. */
  public static String markdown(String before, String after) throws IOException {
    return Report.MARKDOWN.of(of(Model.read(before), Model.read(after)));
  }

  static Changes of(Model before, Model after) {
    Changes changes = new Changes();
    RightChanges.find(before, after, changes);
    ProcedureChanges.find(before, after, changes);
    TableChanges.find(before, after, changes);
    Comparison.walk(
        before.named("/tasks"),
        after.named("/tasks"),
        (name, task) ->
            changes.add(WIDENS, ADDED, "task " + name, "runs " + task.path("schedule").asText()),
        (name, task) ->
            changes.add(DANGEROUS, REMOVED, "task " + name, "goes on running where it exists"),
        (name, old, now) ->
            Comparison.field(
                changes,
                CHANGES,
                "task " + name,
                "schedule",
                old.path("schedule"),
                now.path("schedule"),
                ""));
    manifest(before, after, changes);
    return changes;
  }

  private static void manifest(Model before, Model after, Changes changes) {
    Comparison.field(
        changes,
        DANGEROUS,
        "manifest",
        "version",
        before.root().path("manifestVersion"),
        after.root().path("manifestVersion"),
        "; privileges are granted in another way");
    Comparison.field(
        changes,
        CHANGES,
        "application",
        "version",
        before.root().at("/version/name"),
        after.root().at("/version/name"),
        "");
    Comparison.field(
        changes,
        DANGEROUS,
        "application",
        "Java runtime",
        before.root().at("/runtime/version"),
        after.root().at("/runtime/version"),
        "");
    Comparison.field(
        changes,
        CHANGES,
        "application",
        "packages",
        before.root().at("/runtime/packages"),
        after.root().at("/runtime/packages"),
        "");
    Comparison.field(
        changes,
        WIDENS,
        "application",
        "telemetry",
        before.root().path("telemetry"),
        after.root().path("telemetry"),
        "");
  }
}
