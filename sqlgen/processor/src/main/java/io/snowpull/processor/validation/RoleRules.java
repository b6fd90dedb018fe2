package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.model.StreamlitDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules on application roles and who is given them. */
final class RoleRules {

  private RoleRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    Map<Identifier, List<Identifier>> inherits = new TreeMap<>();
    for (RoleDefinition role : application.roles()) {
      declared.roles(role.inherits(), role.origin());
      inherits.put(role.name(), role.inherits());
    }
    for (RoleDefinition role : application.roles()) {
      if (reaches(role.name(), role.name(), inherits, new TreeSet<>())) {
        faults.add(
            Problem.ROLE_CYCLE,
            role.origin(),
            "inherits itself through " + role.inherits() + ". Remove one of the inheritances.");
      }
    }
    for (SchemaDefinition schema : application.schemas()) {
      declared.roles(schema.usableBy(), schema.origin());
    }
    for (StreamlitDefinition page : application.streamlits()) {
      declared.roles(page.grantedTo(), page.origin());
    }
    declared.roles(application.referencesBoundBy(), application.origin());
  }

  private static boolean reaches(
      Identifier from,
      Identifier wanted,
      Map<Identifier, List<Identifier>> inherits,
      Set<Identifier> seen) {
    for (Identifier next : inherits.getOrDefault(from, List.of())) {
      if (next.equals(wanted) || (seen.add(next) && reaches(next, wanted, inherits, seen))) {
        return true;
      }
    }
    return false;
  }
}
