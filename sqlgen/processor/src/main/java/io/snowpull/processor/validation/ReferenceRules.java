package io.snowpull.processor.validation;

import io.snowpull.annotations.ObjectPrivilege;
import io.snowpull.annotations.ObjectType;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.problem.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rules on references and their callbacks. */
final class ReferenceRules {

  private final ApplicationDefinition application;
  private final Faults faults;

  private ReferenceRules(ApplicationDefinition application, Faults faults) {
    this.application = application;
    this.faults = faults;
  }

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    new ReferenceRules(application, faults).check(declared);
  }

  private void check(Declared declared) {
    Set<Identifier> used = used(declared);
    for (ReferenceDefinition reference : application.references()) {
      ObjectType type = ObjectType.valueOf(reference.objectType().text().replace(' ', '_'));
      privileges(reference, type);
      if (type.configured() && reference.multiValued()) {
        faults.add(
            Problem.REFERENCE_MULTI_VALUED,
            reference.origin(),
            "a reference to a " + type.sql() + " binds one object. Remove multiValued.");
      }
      callbacks(reference, type);
      if (!used.contains(reference.name())) {
        faults.add(
            Problem.REFERENCE_UNUSED,
            reference.origin(),
            "is used by nothing. Name it in usesReferences of the procedure that needs it, or remove"
                + " it.");
      }
    }
    if (!application.references().isEmpty() && application.referencesBoundBy().isEmpty()) {
      faults.add(
          Problem.REFERENCE_WITHOUT_BINDER,
          application.origin(),
          "no role may bind the declared references. Name one in referencesBoundBy.");
    }
  }

  private Set<Identifier> used(Declared declared) {
    Set<Identifier> used = new TreeSet<>();
    for (ProcedureDefinition procedure : application.procedures()) {
      declared.references(procedure.usesReferences(), procedure.origin());
      used.addAll(procedure.usesReferences());
    }
    application
        .connections()
        .forEach(
            connection -> {
              used.addAll(connection.reference());
              connection.secrets().forEach(secret -> used.addAll(secret.reference()));
            });
    return used;
  }

  private void privileges(ReferenceDefinition reference, ObjectType type) {
    for (Keyword privilege : reference.privileges()) {
      if (!type.privileges().contains(ObjectPrivilege.valueOf(privilege.text()))) {
        faults.add(
            Problem.REFERENCE_PRIVILEGE,
            reference.origin(),
            "privilege "
                + privilege
                + " does not exist on a "
                + type.sql()
                + ". Use "
                + new TreeSet<>(type.privileges())
                + ".");
      }
    }
  }

  private void callbacks(ReferenceDefinition reference, ObjectType type) {
    callback(reference, reference.registerCallback(), "(VARCHAR, VARCHAR, VARCHAR)");
    if (!type.configured() && !reference.configurationCallback().isEmpty()) {
      faults.add(
          Problem.REFERENCE_CONFIGURATION,
          reference.origin(),
          "only integrations and secrets have a configuration callback. Remove it.");
      return;
    }
    for (QualifiedName configure : reference.configurationCallback()) {
      callback(reference, configure, "(VARCHAR)");
    }
  }

  private void callback(ReferenceDefinition reference, QualifiedName callback, String types) {
    List<QualifiedName> generated = GeneratedNames.callbacks(application);
    if (generated.contains(callback)) {
      return;
    }
    List<QualifiedName> names =
        application.procedures().stream().flatMap(ReferenceRules::names).toList();
    Optional<ProcedureDefinition> procedure =
        application.procedures().stream()
            .filter(candidate -> names(candidate).anyMatch(callback::equals))
            .findFirst();
    if (procedure.isEmpty()) {
      faults.add(
          Problem.CALLBACK_UNKNOWN,
          reference.origin(),
          "callback "
              + callback
              + " is no procedure of the application. "
              + Suggestion.among(
                  callback.toString(), Stream.concat(names.stream(), generated.stream()).toList()));
    } else if (!procedure.get().types().equals(types)
        || !procedure.get().returns().text().equals("VARCHAR")) {
      faults.add(
          Problem.CALLBACK_SIGNATURE,
          procedure.get().origin(),
          "as a callback of reference "
              + reference.name()
              + " it must take "
              + types
              + " and return VARCHAR, but it takes "
              + procedure.get().types()
              + " and returns "
              + procedure.get().returns()
              + ".");
    }
  }

  private static Stream<QualifiedName> names(ProcedureDefinition procedure) {
    return Stream.concat(Stream.of(procedure.name()), procedure.wrapper().stream());
  }
}
