package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.ParameterDefinition;
import io.snowpull.processor.model.ParameterDefinition.DefaultDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules on one procedure at a time. */
final class ProcedureRules {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,38}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private ProcedureRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    for (ProcedureDefinition procedure : application.procedures()) {
      name(procedure, faults);
      declared.versionedSchema(procedure.name().schema(), "procedure", procedure.origin());
      for (QualifiedName wrapper : procedure.wrapper()) {
        declared.versionedSchema(wrapper.schema(), "procedure", procedure.origin());
      }
      declared.roles(procedure.grantedTo(), procedure.origin());
      ApplicationRules.text(
          procedure.documentation().comment(),
          "comment (the first sentence of its javadoc)",
          procedure.origin(),
          faults);
      if (procedure.externalAccess()
          && procedure.wrapper().isEmpty()
          && !procedure.grantedTo().isEmpty()) {
        faults.add(
            Problem.PROCEDURE_DIRECT_GRANT,
            procedure.origin(),
            "consumers cannot call a procedure with external access. Leave wrapped = true, so that"
                + " the generated wrapper is granted to "
                + procedure.grantedTo()
                + " instead.");
      }
      afterSetup(procedure, faults);
      arguments(procedure, faults);
    }
  }

  /** The script has no arguments to give, and outside connections are attached by people later. */
  private static void afterSetup(ProcedureDefinition procedure, Faults faults) {
    if (!procedure.afterSetup()) {
      return;
    }
    if (procedure.externalAccess() || !procedure.parameters().isEmpty()) {
      faults.add(
          Problem.PROCEDURE_AFTER_SETUP,
          procedure.origin(),
          "the setup script calls it, so it takes no arguments and reaches nothing outside, but it"
              + (procedure.externalAccess()
                  ? " has externalAccess = true."
                  : " takes " + procedure.types() + ".")
              + " Move that work into a procedure that people or tasks call.");
    }
  }

  private static void name(ProcedureDefinition procedure, Faults faults) {
    Identifier name = procedure.name().name();
    if (!name.plain() || ReservedWords.contains(name)) {
      faults.add(
          Problem.PROCEDURE_INVALID_NAME,
          procedure.origin(),
          "Snowflake forbids the procedure name '"
              + name
              + "': no quotes, no reserved word. Use"
              + " letters, digits and '_'.");
    }
  }

  private static void arguments(ProcedureDefinition procedure, Faults faults) {
    Set<Identifier> names = new HashSet<>();
    boolean defaults = false;
    for (ParameterDefinition parameter : procedure.parameters()) {
      if (!names.add(parameter.name())) {
        faults.add(
            Problem.PROCEDURE_DUPLICATE_ARGUMENT,
            parameter.origin(),
            "two parameters become the argument " + parameter.name() + ". Rename one.");
      }
      if (!parameter.name().plain() || ReservedWords.contains(parameter.name())) {
        faults.add(
            Problem.NAME_RESERVED,
            parameter.origin(),
            "argument "
                + parameter.name()
                + " is a reserved word or needs quotes. Rename the"
                + " parameter.");
      }
      if (defaults && parameter.defaultValue().isEmpty()) {
        faults.add(
            Problem.PROCEDURE_DEFAULT_NOT_LAST,
            parameter.origin(),
            "argument "
                + parameter.name()
                + " has no default but follows one that has. Move it"
                + " forward.");
      }
      for (DefaultDefinition value : parameter.defaultValue()) {
        defaults = true;
        if (!value.isNull() && !literal(parameter.type(), value.text())) {
          faults.add(
              Problem.PROCEDURE_INVALID_DEFAULT,
              parameter.origin(),
              "'"
                  + value.text()
                  + "' is no "
                  + parameter.type()
                  + ". Strings, numbers and booleans"
                  + " can have a literal default, every type isNull = true.");
        }
      }
    }
  }

  /** Whether the text can be written as a literal of the type. */
  static boolean literal(SqlType type, String text) {
    String base = type.text().replaceFirst("\\(.*", "");
    return switch (base) {
      case "VARCHAR" -> text.indexOf('\0') < 0;
      case "NUMBER" -> WHOLE.matcher(text).matches();
      case "FLOAT" -> NUMBER.matcher(text).matches();
      case "BOOLEAN" -> text.equals("true") || text.equals("false");
      default -> false;
    };
  }
}
