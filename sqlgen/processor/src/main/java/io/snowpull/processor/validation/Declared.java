package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.problem.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the application declares, for rules about what others name. */
final class Declared {

  private final List<Identifier> roles;
  private final List<Identifier> references;
  private final Map<Identifier, Boolean> versioned = new TreeMap<>();
  private final Faults faults;

  Declared(ApplicationDefinition application, Faults faults) {
    this.roles = application.roles().stream().map(RoleDefinition::name).toList();
    this.references = application.references().stream().map(ReferenceDefinition::name).toList();
    for (SchemaDefinition schema : application.schemas()) {
      versioned.put(schema.name(), schema.versioned());
    }
    this.faults = faults;
  }

  void roles(Collection<Identifier> named, Origin origin) {
    for (Identifier role : named) {
      known(role, roles, Problem.ROLE_UNKNOWN, "application role", origin);
    }
  }

  void references(Collection<Identifier> named, Origin origin) {
    for (Identifier reference : named) {
      known(reference, references, Problem.REFERENCE_UNKNOWN, "reference", origin);
    }
  }

  void schema(Identifier schema, Origin origin) {
    known(schema, versioned.keySet(), Problem.SCHEMA_UNKNOWN, "schema", origin);
  }

  /** Code lives in versioned schemas: imports by relative path work only there. */
  void versionedSchema(Identifier schema, String kind, Origin origin) {
    schema(schema, origin);
    if (Boolean.FALSE.equals(versioned.get(schema))) {
      faults.add(
          Problem.SCHEMA_NOT_VERSIONED,
          origin,
          "a "
              + kind
              + " cannot live in schema "
              + schema
              + ", which is not versioned. Use one of "
              + schemas(true)
              + ".");
    }
  }

  /** What survives upgrades, and tasks, live in ordinary schemas. */
  void ordinarySchema(Identifier schema, String kind, Origin origin) {
    schema(schema, origin);
    if (Boolean.TRUE.equals(versioned.get(schema))) {
      faults.add(
          Problem.SCHEMA_VERSIONED,
          origin,
          "a "
              + kind
              + " cannot live in schema "
              + schema
              + ", which is versioned. Use one of "
              + schemas(false)
              + ".");
    }
  }

  private List<Identifier> schemas(boolean wanted) {
    return versioned.entrySet().stream()
        .filter(entry -> entry.getValue() == wanted)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void known(
      Identifier name,
      Collection<Identifier> candidates,
      Problem problem,
      String kind,
      Origin origin) {
    if (!candidates.contains(name)) {
      faults.add(
          problem,
          origin,
          kind
              + " "
              + name
              + " is not declared by the application. "
              + Suggestion.among(name.value(), candidates));
    }
  }
}
