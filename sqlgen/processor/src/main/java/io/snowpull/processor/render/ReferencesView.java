package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.ConnectionDefinition.SecretDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The generated callbacks of references: none or one of these. */
record ReferencesView(List<RegisterView> register, List<ConfigureView> configure) {

  /** The procedure that binds; multi-valued references are added, others set. */
  record RegisterView(
      QualifiedName name,
      List<List<Listed<String>>> multiValued,
      List<ProcedureView.GrantView> grants) {}

  /** The procedure that tells the consumer's page what to create. */
  record ConfigureView(
      QualifiedName name, List<AnswerView> answers, List<ProcedureView.GrantView> grants) {}

  /** The answer for one reference, as JSON text. */
  record AnswerView(String reference, String json) {}

  private static final QualifiedName REGISTER = QualifiedName.parse("PUBLIC.REGISTER_REFERENCE");
  private static final QualifiedName CONFIGURE =
      QualifiedName.parse("PUBLIC.GET_REFERENCE_CONFIGURATION");

  static List<ReferencesView> of(ApplicationDefinition application) {
    boolean registers =
        application.references().stream()
            .anyMatch(reference -> reference.registerCallback().equals(REGISTER));
    boolean configures =
        application.references().stream()
            .anyMatch(reference -> reference.configurationCallback().contains(CONFIGURE));
    if (!registers && !configures) {
      return List.of();
    }
    return List.of(
        new ReferencesView(
            registers ? List.of(register(application)) : List.of(),
            configures ? List.of(configure(application)) : List.of()));
  }

  private static RegisterView register(ApplicationDefinition application) {
    List<String> multiValued =
        application.references().stream()
            .filter(ReferenceDefinition::multiValued)
            .map(reference -> reference.name().value())
            .toList();
    return new RegisterView(
        REGISTER,
        multiValued.isEmpty() ? List.of() : List.of(Listed.of(multiValued)),
        ProcedureView.grants(
                REGISTER,
                List.of(SqlType.VARCHAR, SqlType.VARCHAR, SqlType.VARCHAR),
                application.referencesBoundBy())
            .toList());
  }

  private static ConfigureView configure(ApplicationDefinition application) {
    List<AnswerView> answers = new ArrayList<>();
    for (ConnectionDefinition connection : application.connections()) {
      for (Identifier reference : connection.reference()) {
        answers.add(new AnswerView(reference.value(), integration(connection)));
      }
      for (SecretDefinition secret : connection.secrets()) {
        for (Identifier reference : secret.reference()) {
          answers.add(new AnswerView(reference.value(), secret(secret)));
        }
      }
    }
    return new ConfigureView(
        CONFIGURE,
        answers,
        ProcedureView.grants(CONFIGURE, List.of(SqlType.VARCHAR), application.referencesBoundBy())
            .toList());
  }

  private static String integration(ConnectionDefinition connection) {
    List<String> secrets =
        connection.secrets().stream()
            .flatMap(secret -> secret.reference().stream())
            .map(Identifier::value)
            .toList();
    return "{\"type\":\"CONFIGURATION\",\"payload\":{\"host_ports\":"
        + array(connection.hosts())
        + ",\"allowed_secrets\":"
        + (secrets.isEmpty() ? "\"NONE\"" : "\"LIST\",\"secret_references\":" + array(secrets))
        + "}}";
  }

  private static String secret(SecretDefinition secret) {
    return "{\"type\":\"CONFIGURATION\",\"payload\":{\"type\":"
        + ModelJson.quoted(secret.type().text())
        + "}}";
  }

  private static String array(List<String> texts) {
    return texts.stream().map(ModelJson::quoted).collect(Collectors.joining(",", "[", "]"));
  }
}
