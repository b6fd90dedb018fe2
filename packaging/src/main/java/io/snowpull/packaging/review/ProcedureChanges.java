package io.snowpull.packaging.review;

import static io.snowpull.packaging.review.Change.Action.ADDED;
import static io.snowpull.packaging.review.Change.Action.CHANGED;
import static io.snowpull.packaging.review.Change.Action.REMOVED;
import static io.snowpull.packaging.review.Change.Weight.CHANGES;
import static io.snowpull.packaging.review.Change.Weight.DANGEROUS;
import static io.snowpull.packaging.review.Change.Weight.NARROWS;
import static io.snowpull.packaging.review.Change.Weight.WIDENS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Procedures: added, removed, with another signature, for other roles, reaching outside. */
final class ProcedureChanges {

  private static final String RUNS_WITH_UPGRADES =
      "runs at the end of each installation and upgrade, which fails with it";

  private final Changes changes;

  private ProcedureChanges(Changes changes) {
    this.changes = changes;
  }

  static void find(Model before, Model after, Changes changes) {
    ProcedureChanges found = new ProcedureChanges(changes);
    Map<String, JsonNode> old = before.by("/procedures", ProcedureChanges::signature);
    Map<String, JsonNode> now = after.by("/procedures", ProcedureChanges::signature);
    found.renamedSignatures(old, now);
    Comparison.walk(old, now, found::added, found::removed, found::compare);
  }

  /** A procedure whose only overload has other types now counts as changed, not as two. */
  private void renamedSignatures(Map<String, JsonNode> old, Map<String, JsonNode> now) {
    Map<String, List<String>> gone = byName(old, now);
    Map<String, List<String>> come = byName(now, old);
    gone.forEach(
        (name, signatures) -> {
          List<String> replacements = come.getOrDefault(name, List.of());
          if (signatures.size() == 1 && replacements.size() == 1) {
            String was = signatures.get(0);
            String is = replacements.get(0);
            changes.add(
                DANGEROUS,
                CHANGED,
                "procedure " + was,
                "signature becomes " + is + "; calls and tasks that pass the old arguments fail");
            JsonNode before = old.remove(was);
            JsonNode after = now.remove(is);
            if (before != null && after != null) {
              compare(is, before, after);
            }
          }
        });
  }

  private static Map<String, List<String>> byName(
      Map<String, JsonNode> procedures, Map<String, JsonNode> others) {
    Map<String, List<String>> byName = new TreeMap<>();
    procedures.forEach(
        (signature, procedure) -> {
          if (!others.containsKey(signature)) {
            byName
                .computeIfAbsent(procedure.path("name").asText(), key -> new ArrayList<>())
                .add(signature);
          }
        });
    return byName;
  }

  private static String signature(JsonNode procedure) {
    List<String> types = new ArrayList<>();
    procedure.path("parameters").forEach(one -> types.add(one.path("type").asText()));
    return procedure.path("name").asText() + "(" + String.join(", ", types) + ")";
  }

  private void added(String signature, JsonNode procedure) {
    List<String> roles = Model.texts(procedure.path("grantedTo"));
    changes.add(
        roles.isEmpty() ? CHANGES : WIDENS,
        ADDED,
        "procedure " + signature,
        (roles.isEmpty() ? "internal" : String.join(", ", roles) + " may call it")
            + ": "
            + procedure.at("/documentation/comment").asText());
    if (procedure.path("externalAccess").asBoolean()) {
      changes.add(WIDENS, ADDED, "procedure " + signature, "reaches outside");
    }
    if (procedure.path("afterSetup").asBoolean()) {
      changes.add(CHANGES, ADDED, "procedure " + signature, RUNS_WITH_UPGRADES);
    }
  }

  private void removed(String signature, JsonNode procedure) {
    List<String> roles = Model.texts(procedure.path("grantedTo"));
    changes.add(
        DANGEROUS,
        REMOVED,
        "procedure " + signature,
        (roles.isEmpty() ? "tasks" : String.join(", ", roles) + " and tasks")
            + " that still call it fail");
  }

  private void compare(String signature, JsonNode before, JsonNode after) {
    String subject = "procedure " + signature;
    Comparison.roles(changes, subject, "USAGE", before.path("grantedTo"), after.path("grantedTo"));
    boolean reached = before.path("externalAccess").asBoolean();
    boolean reaches = after.path("externalAccess").asBoolean();
    if (reached != reaches) {
      changes.add(
          reaches ? WIDENS : NARROWS,
          CHANGED,
          subject,
          reaches ? "reaches outside now" : "no longer reaches outside");
    }
    if (after.path("afterSetup").asBoolean() && !before.path("afterSetup").asBoolean()) {
      changes.add(CHANGES, CHANGED, subject, RUNS_WITH_UPGRADES);
    }
    for (String secret : Model.without(after.path("secrets"), before.path("secrets"))) {
      changes.add(WIDENS, CHANGED, subject, "reads secret '" + secret + "'");
    }
    Comparison.field(
        changes,
        DANGEROUS,
        subject,
        "result",
        before.path("returns"),
        after.path("returns"),
        "; callers read another type");
    names(subject, before, after);
    Comparison.field(
        changes, CHANGES, subject, "handler", before.path("handler"), after.path("handler"), "");
    Comparison.field(
        changes,
        CHANGES,
        subject,
        "comment",
        before.at("/documentation/comment"),
        after.at("/documentation/comment"),
        "");
    Comparison.field(
        changes, CHANGES, subject, "wrapper", before.path("wrapper"), after.path("wrapper"), "");
  }

  private void names(String subject, JsonNode before, JsonNode after) {
    for (int i = 0; i < after.path("parameters").size(); i++) {
      JsonNode old = before.path("parameters").path(i);
      JsonNode now = after.path("parameters").path(i);
      if (!old.isMissingNode()) {
        Comparison.field(
            changes,
            DANGEROUS,
            subject,
            "argument",
            old.path("name"),
            now.path("name"),
            "; calls that name their arguments fail");
        Comparison.field(
            changes,
            CHANGES,
            subject,
            "default of " + now.path("name").asText(),
            old.path("defaultValue"),
            now.path("defaultValue"),
            "");
      }
    }
  }
}
