package io.snowpull.processor.validation;

import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.PrivilegeDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.problem.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on account privileges: asked for exactly when something uses them. */
final class PrivilegeRules {

  private PrivilegeRules() {}

  static void check(ApplicationDefinition application, Faults faults) {
    Map<Keyword, Origin> used = used(application);
    List<Keyword> declared =
        application.privileges().stream().map(PrivilegeDefinition::privilege).toList();
    Set<Keyword> seen = new HashSet<>();
    for (PrivilegeDefinition privilege : application.privileges()) {
      if (!seen.add(privilege.privilege())) {
        faults.add(
            Problem.PRIVILEGE_DUPLICATE, privilege.origin(), "is declared twice. Remove one.");
      }
      if (!used.containsKey(privilege.privilege())) {
        faults.add(
            Problem.PRIVILEGE_UNUSED,
            privilege.origin(),
            "is asked for, but nothing uses it. Name it in uses of the procedure that needs it, or"
                + " remove it.");
      }
      manifest(privilege, application.manifestVersion(), faults);
    }
    used.forEach(
        (privilege, origin) -> {
          if (!declared.contains(privilege)) {
            faults.add(
                Problem.PRIVILEGE_UNDECLARED,
                origin,
                "uses privilege "
                    + privilege
                    + ", which the application does not ask for. "
                    + Suggestion.among(privilege.text(), declared)
                    + " Add it to privileges, with its reason.");
          }
        });
  }

  private static Map<Keyword, Origin> used(ApplicationDefinition application) {
    Map<Keyword, Origin> used = new LinkedHashMap<>();
    application
        .procedures()
        .forEach(
            procedure ->
                procedure.uses().forEach(one -> used.putIfAbsent(one, procedure.origin())));
    application
        .tasks()
        .forEach(
            task -> {
              used.putIfAbsent(new Keyword("EXECUTE TASK"), task.origin());
              used.putIfAbsent(new Keyword("EXECUTE MANAGED TASK"), task.origin());
            });
    if (application.manifestVersion() == 2) {
      application
          .connections()
          .forEach(
              connection ->
                  used.putIfAbsent(
                      new Keyword("CREATE EXTERNAL ACCESS INTEGRATION"), connection.origin()));
    }
    return used;
  }

  private static void manifest(PrivilegeDefinition declared, int version, Faults faults) {
    AccountPrivilege privilege =
        AccountPrivilege.valueOf(declared.privilege().text().replace(' ', '_'));
    boolean possible = version == 2 ? privilege.grantedAutomatically() : privilege.requestable();
    if (!possible) {
      faults.add(
          Problem.PRIVILEGE_NOT_IN_MANIFEST,
          declared.origin(),
          "cannot be asked for by a manifest of version "
              + version
              + ". Use manifestVersion = "
              + (version == 2 ? 1 : 2)
              + ", or do without.");
    }
  }
}
