package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.ParameterDefinition;
import io.snowpull.processor.model.ParameterDefinition.DefaultDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A procedure as the setup script shows it. */
record ProcedureView(
    QualifiedName name,
    SqlLanguage.Comment source,
    Layout open,
    Layout between,
    Layout close,
    List<Listed<Argument>> arguments,
    SqlType returns,
    List<Listed<String>> packages,
    String handler,
    List<Identifier> attached,
    String comment,
    List<WrapperView> wrapper,
    List<GrantView> grants) {

  private static final int ARGUMENTS_ON_A_LINE = 2;

  /** An argument with its default: none or one. */
  record Argument(Identifier name, SqlType type, List<Object> defaultValue) {

    static Argument of(ParameterDefinition parameter) {
      return new Argument(
          parameter.name(),
          parameter.type(),
          parameter.defaultValue().stream()
              .map(value -> expression(parameter.type(), value))
              .toList());
    }

    private static Object expression(SqlType type, DefaultDefinition value) {
      if (value.isNull()) {
        return new Keyword("NULL");
      }
      return switch (type.text()) {
        case "VARCHAR" -> value.text();
        case "BOOLEAN" -> new Keyword(value.text().toUpperCase(Locale.ROOT));
        default -> new Layout(value.text());
      };
    }
  }

  /** The LANGUAGE SQL procedure that consumers call instead. */
  record WrapperView(QualifiedName wrapperName, Identifier result) {}

  /** USAGE of a procedure to one role. */
  record GrantView(QualifiedName granted, List<Listed<SqlType>> types, Identifier role) {}

  static ProcedureView of(ProcedureDefinition procedure, ApplicationDefinition application) {
    List<QualifiedName> called =
        procedure.wrapper().isEmpty() ? List.of(procedure.name()) : procedure.wrapper();
    boolean folded = procedure.parameters().size() > ARGUMENTS_ON_A_LINE;
    return new ProcedureView(
        procedure.name(),
        new SqlLanguage.Comment(procedure.handler()),
        new Layout(folded ? "\n  " : ""),
        new Layout(folded ? "\n  " : " "),
        new Layout(folded ? "\n" : ""),
        Listed.of(procedure.parameters().stream().map(Argument::of).toList()),
        procedure.returns(),
        Listed.of(procedure.packages()),
        procedure.handler(),
        procedure.externalAccess() && application.manifestVersion() == 2
            ? application.connections().stream().map(one -> one.integration()).toList()
            : List.of(),
        procedure.documentation().comment(),
        procedure.wrapper().stream()
            .map(wrapper -> new WrapperView(wrapper, resultVariable(procedure)))
            .toList(),
        called.stream()
            .flatMap(name -> grants(name, types(procedure), procedure.grantedTo()))
            .toList());
  }

  static List<SqlType> types(ProcedureDefinition procedure) {
    return procedure.parameters().stream().map(ParameterDefinition::type).toList();
  }

  static Stream<GrantView> grants(QualifiedName name, List<SqlType> types, List<Identifier> roles) {
    return roles.stream().map(role -> new GrantView(name, Listed.of(types), role));
  }

  /** A variable that no argument hides. */
  private static Identifier resultVariable(ProcedureDefinition procedure) {
    List<Identifier> taken =
        procedure.parameters().stream().map(ParameterDefinition::name).toList();
    Identifier name = new Identifier("RESULT");
    while (taken.contains(name)) {
      name = new Identifier(name.value() + "_");
    }
    return name;
  }
}
