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
 */
record ConnectionView(
    QualifiedName bind,
    QualifiedName rebind,
    List<Listed<NameView>> names,
    List<BoundView> bound,
    QualifiedName configurationTable,
    String configurationKey,
    QualifiedName failureTable) {

  /** User exceptions have codes from -20999 to -20000. */
  private static final int FIRST_CODE = -20001;

  /**
   * A name that is bound: argument, field of the configuration, whether schema and database may
   * stand before it.
   */
  record NameView(Identifier argument, String field, boolean qualified, int code) {}

  /** A procedure that gets integration and secrets. */
  record BoundView(
      QualifiedName procedure,
      List<Listed<SqlType>> types,
      List<List<Listed<SecretView>>> secrets) {}

  /** A secret in the composed text: the literal {@code 'alias' = } and the argument after it. */
  record SecretView(String assignment, Identifier argument) {}

  static ConnectionView of(ConnectionDefinition connection, ApplicationDefinition application) {
    List<NameView> names = new ArrayList<>();
    names.add(
        new NameView(
            new Identifier("INTEGRATION"), connection.configurationField(), false, FIRST_CODE));
    for (SecretDefinition secret : connection.secrets()) {
      names.add(
          new NameView(
              argument(secret, connection),
              secret.configurationField(),
              true,
              FIRST_CODE - names.size()));
    }
    return new ConnectionView(
        new QualifiedName(connection.bindSchema(), new Identifier("BIND_CONNECTION")),
        new QualifiedName(connection.bindSchema(), new Identifier("REBIND_CONNECTION")),
        Listed.of(names),
        application.procedures().stream()
            .filter(ProcedureDefinition::externalAccess)
            .map(procedure -> bound(procedure, connection))
            .toList(),
        connection.configurationTable(),
        connection.configurationKey(),
        connection.failureTable());
  }

  private static BoundView bound(ProcedureDefinition procedure, ConnectionDefinition connection) {
    List<SecretView> secrets =
        connection.secrets().stream()
            .filter(secret -> procedure.secrets().contains(secret.alias()))
            .map(
                secret ->
                    new SecretView(
                        SqlLanguage.literal(secret.alias()) + " = ", argument(secret, connection)))
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
