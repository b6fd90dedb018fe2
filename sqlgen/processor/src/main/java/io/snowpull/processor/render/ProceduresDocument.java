package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.ParameterDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import java.util.List;

/** {@code procedures.md}: what can be called, by whom, with what result and errors. */
final class ProceduresDocument {

  private static final Template TEMPLATE =
      new Template("procedures.md.mustache", new MarkdownLanguage());

  private ProceduresDocument() {}

  /** Everything the template names. */
  record View(String application, String version, List<Entry> procedures) {}

  /** A procedure; callers none for an internal one. */
  record Entry(
      QualifiedName called,
      ProcedureDefinition procedure,
      boolean hasArguments,
      List<ParameterView> arguments,
      List<Listed<Identifier>> roles,
      boolean internal,
      List<QualifiedName> wrapped,
      List<String> result,
      boolean hasErrors,
      List<String> errors) {}

  /** A row of the table of arguments. */
  record ParameterView(ParameterDefinition parameter, List<String> defaults, boolean nullDefault) {}

  static String render(ApplicationDefinition application) {
    return TEMPLATE.render(
        new View(
            application.name().value(),
            application.version().name(),
            application.procedures().stream().map(ProceduresDocument::entry).toList()));
  }

  private static Entry entry(ProcedureDefinition procedure) {
    return new Entry(
        procedure.wrapper().isEmpty() ? procedure.name() : procedure.wrapper().get(0),
        procedure,
        !procedure.parameters().isEmpty(),
        procedure.parameters().stream().map(ProceduresDocument::parameter).toList(),
        Listed.of(procedure.grantedTo()),
        procedure.grantedTo().isEmpty(),
        procedure.wrapper().isEmpty() ? List.of() : List.of(procedure.name()),
        SetupScript.optional(procedure.documentation().returns()),
        !procedure.documentation().errors().isEmpty(),
        procedure.documentation().errors());
  }

  private static ParameterView parameter(ParameterDefinition parameter) {
    return new ParameterView(
        parameter,
        parameter.defaultValue().stream()
            .filter(value -> !value.isNull())
            .map(value -> value.text())
            .toList(),
        parameter.defaultValue().stream().anyMatch(value -> value.isNull()));
  }
}
