package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ParameterDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules on procedures of the same name. */
final class SignatureRules {

  private SignatureRules() {}

  static void check(ApplicationDefinition application, Faults faults) {
    Map<String, String> taken = new LinkedHashMap<>();
    GeneratedNames.signatures(application)
        .forEach(signature -> taken.put(signature, "a generated procedure"));
    Map<QualifiedName, List<ProcedureDefinition>> byName = new LinkedHashMap<>();
    for (ProcedureDefinition procedure : application.procedures()) {
      byName.computeIfAbsent(procedure.name(), key -> new ArrayList<>()).add(procedure);
      Stream.concat(Stream.of(procedure.name()), procedure.wrapper().stream())
          .forEach(
              name -> {
                String other = taken.putIfAbsent(name + procedure.types(), procedure.handler());
                if (other != null) {
                  faults.add(
                      Problem.PROCEDURE_DUPLICATE_SIGNATURE,
                      procedure.origin(),
                      name + procedure.types() + " is also " + other + ". Give one another name.");
                }
              });
    }
    for (List<ProcedureDefinition> overloads : byName.values()) {
      overloads.stream()
          .filter(procedure -> overloads.size() > 1 && hasDefault(procedure))
          .forEach(
              procedure ->
                  faults.add(
                      Problem.PROCEDURE_OVERLOADED_DEFAULT,
                      procedure.origin(),
                      "a procedure with default arguments cannot be overloaded, and "
                          + procedure.name()
                          + " is declared "
                          + overloads.size()
                          + " times. Rename it or remove the defaults."));
    }
  }

  private static boolean hasDefault(ProcedureDefinition procedure) {
    return procedure.parameters().stream()
        .map(ParameterDefinition::defaultValue)
        .anyMatch(value -> !value.isEmpty());
  }
}
