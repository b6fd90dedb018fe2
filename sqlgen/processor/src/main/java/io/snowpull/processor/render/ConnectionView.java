package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.ConnectionDefinition.SecretDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * The procedures that attach integration and secrets.
 *
 * <p>ALTER PROCEDURE takes no bound values, so BIND_CONNECTION composes its text, of names that it
 * has checked to be nothing but identifiers.
 *
 * @param integration the application's own integration: one with manifest version 2, else none
 * @param references binding by reference: none or one
 */
record ConnectionView(
    QualifiedName bind,
    QualifiedName rebind,
    List<Listed<NameView>> names,
    List<Identifier> integration,
    List<BoundView> bound,
    List<ReferencesBinding> references,
    QualifiedName configurationTable,
    String configurationKey,
    QualifiedName failureTable) {

  /** User exceptions have codes from -20999 to -20000. */
  private static final int FIRST_CODE = -20001;

  /** A name that is bound: argument, field of the configuration, whether it may have parts. */
  record NameView(Identifier argument, String field, boolean qualified, int code) {}

  /** A procedure that gets integration and secrets. */
  record BoundView(
      QualifiedName procedure,
      List<Listed<SqlType>> types,
      List<List<Listed<SecretView>>> secrets) {}

  /** A secret: its alias, its assignment in the composed text, the argument, its reference. */
  record SecretView(
      String alias, String assignment, Identifier argument, List<String> secretReference) {}

  /** The procedure that attaches what is bound to references. */
  record ReferencesBinding(QualifiedName bindReferences, String integrationReference) {}

  static List<ConnectionView> of(ApplicationDefinition application) {
    return application.connections().stream()
        .filter(connection -> !connection.procedures(application.manifestVersion()).isEmpty())
        .map(connection -> of(connection, application))
        .toList();
  }

  private static ConnectionView of(
      ConnectionDefinition connection, ApplicationDefinition application) {
    boolean owned = application.manifestVersion() == 2;
    return new ConnectionView(
        connection.inBindSchema("BIND_CONNECTION"),
        connection.inBindSchema("REBIND_CONNECTION"),
        Listed.of(names(connection, owned)),
        owned ? List.of(connection.integration()) : List.of(),
        application.procedures().stream()
            .filter(ProcedureDefinition::externalAccess)
            .map(procedure -> bound(procedure, connection))
            .toList(),
        connection.reference().stream()
            .map(
                reference ->
                    new ReferencesBinding(
                        connection.inBindSchema("BIND_REFERENCES"), reference.value()))
            .toList(),
        connection.configurationTable(),
        connection.configurationKey(),
        connection.failureTable());
  }

  private static List<NameView> names(ConnectionDefinition connection, boolean owned) {
    List<NameView> names = new ArrayList<>();
    if (!owned) {
      names.add(
          new NameView(
              new Identifier("INTEGRATION"), connection.configurationField(), false, FIRST_CODE));
    }
    for (SecretDefinition secret : connection.secrets()) {
      names.add(
          new NameView(
              argument(secret, connection),
              secret.configurationField(),
              true,
              FIRST_CODE - names.size()));
    }
    return names;
  }

  private static BoundView bound(ProcedureDefinition procedure, ConnectionDefinition connection) {
    List<SecretView> secrets =
        connection.secrets().stream()
            .filter(secret -> procedure.secrets().contains(secret.alias()))
            .map(
                secret ->
                    new SecretView(
                        secret.alias(),
                        SqlLanguage.literal(secret.alias()) + " = ",
                        argument(secret, connection),
                        secret.reference().stream().map(Identifier::value).toList()))
            .toList();
    return new BoundView(
        procedure.name(),
        Listed.of(ProcedureView.types(procedure)),
        secrets.isEmpty() ? List.of() : List.of(Listed.of(secrets)));
  }

  /** SECRET where there is one, else the alias with that suffix. */
  static Identifier argument(SecretDefinition secret, ConnectionDefinition connection) {
    return connection.secrets().size() == 1
        ? new Identifier("SECRET")
        : new Identifier(Identifier.ofJavaName(secret.alias()).value() + "_SECRET");
  }
}
