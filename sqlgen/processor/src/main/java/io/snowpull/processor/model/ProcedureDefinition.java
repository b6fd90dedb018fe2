package io.snowpull.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java procedure.
 *
 * @param wrapper wrapper that consumers call: none or one
 * @param grantedTo roles that may call the wrapper, or the procedure where there is none
 * @param afterSetup whether the setup script calls it at its end
 * @param secrets aliases of the secrets attached with external access
 */
public record ProcedureDefinition(
    Origin origin,
    QualifiedName name,
    List<ParameterDefinition> parameters,
    SqlType returns,
    String handler,
    List<String> packages,
    ProcedureDocumentation documentation,
    List<QualifiedName> wrapper,
    List<Identifier> grantedTo,
    boolean externalAccess,
    List<String> secrets,
    List<Keyword> uses,
    List<Identifier> usesReferences,
    boolean afterSetup) {

  /** Name and argument types, as GRANT and ALTER name the procedure. */
  public String signature() {
    return name + types();
  }

  /**
   * The statement that calls it, through its wrapper where it has one, with those arguments bound
   * that have no default. Semi-structured arguments are bound as JSON texts: no driver binds them
   * otherwise.
   */
  public String call() {
    return call(
        parameters.stream().filter(parameter -> parameter.defaultValue().isEmpty()).toList());
  }

  /** As {@link #call}, with every argument bound. */
  public String fullCall() {
    return call(parameters);
  }

  private String call(List<ParameterDefinition> bound) {
    QualifiedName called = wrapper.isEmpty() ? name : wrapper.get(0);
    return bound.stream()
        .map(parameter -> parameter.type().isSemiStructured() ? "PARSE_JSON(?)" : "?")
        .collect(Collectors.joining(", ", "CALL " + called + "(", ")"));
  }

  /** The argument types in parentheses. */
  public String types() {
    return parameters.stream()
        .map(parameter -> parameter.type().text())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
