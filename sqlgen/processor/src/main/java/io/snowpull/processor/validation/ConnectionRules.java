package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.ConnectionDefinition.SecretDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.problem.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Rules on the outside service and the procedures that reach it. */
final class ConnectionRules {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[0-9]{1,5}");

  private ConnectionRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    application.connections().stream()
        .skip(1)
        .forEach(
            second ->
                faults.add(
                    Problem.CONNECTION_DUPLICATE,
                    second.origin(),
                    "one external access is bound to the procedures. Put its hosts into the first."));
    for (ConnectionDefinition connection : application.connections()) {
      ApplicationRules.text(connection.label(), "label", connection.origin(), faults);
      ApplicationRules.text(connection.description(), "description", connection.origin(), faults);
      declared.versionedSchema(connection.bindSchema(), "procedure", connection.origin());
      hosts(connection, faults);
      keyValueTable(connection.configurationTable(), connection, application, faults);
      keyValueTable(connection.failureTable(), connection, application, faults);
      reference(
          connection, connection.reference(), "EXTERNAL ACCESS INTEGRATION", application, faults);
      if (application.manifestVersion() == 2 && bindsByReference(connection)) {
        faults.add(
            Problem.CONNECTION_REFERENCE,
            connection.origin(),
            "with manifest version 2 the application owns the integration, and secrets are bound by"
                + " name. Remove the references.");
      }
      for (SecretDefinition secret : connection.secrets()) {
        reference(connection, secret.reference(), "SECRET", application, faults);
      }
      if (!connection.reference().isEmpty()
          && connection.secrets().stream().anyMatch(secret -> secret.reference().isEmpty())) {
        faults.add(
            Problem.CONNECTION_REFERENCE,
            connection.origin(),
            "the integration can be bound by reference, but a secret cannot. Give each secret a"
                + " reference, or the integration none.");
      }
      if (application.procedures().stream().noneMatch(ProcedureDefinition::externalAccess)) {
        faults.add(
            Problem.CONNECTION_UNUSED,
            connection.origin(),
            "no procedure has externalAccess = true. Set it where the service is called, or remove"
                + " the declaration.");
      }
    }
    procedures(application, faults);
  }

  private static boolean bindsByReference(ConnectionDefinition connection) {
    return !connection.reference().isEmpty()
        || connection.secrets().stream().anyMatch(secret -> !secret.reference().isEmpty());
  }

  private static void procedures(ApplicationDefinition application, Faults faults) {
    Set<String> aliases = new TreeSet<>();
    application
        .connections()
        .forEach(connection -> connection.secrets().forEach(secret -> aliases.add(secret.alias())));
    for (ProcedureDefinition procedure : application.procedures()) {
      if (procedure.externalAccess() && application.connections().isEmpty()) {
        faults.add(
            Problem.CONNECTION_UNDECLARED,
            procedure.origin(),
            "has externalAccess = true, but the application declares no @ExternalAccess. Declare the"
                + " hosts it reaches.");
      }
      for (String alias : procedure.secrets()) {
        if (!aliases.contains(alias)) {
          faults.add(
              Problem.SECRET_UNKNOWN,
              procedure.origin(),
              "secret '" + alias + "' is not declared. " + Suggestion.among(alias, aliases));
        }
      }
    }
  }

  private static void hosts(ConnectionDefinition connection, Faults faults) {
    if (connection.hosts().isEmpty()) {
      faults.add(
          Problem.CONNECTION_INVALID_HOST,
          connection.origin(),
          "names no host. Add one as host:port, such as api.github.com:443.");
    }
    for (String host : connection.hosts()) {
      if (!HOST.matcher(host).matches()) {
        faults.add(
            Problem.CONNECTION_INVALID_HOST,
            connection.origin(),
            "host '" + host + "' is not of the form host:port, such as api.github.com:443.");
      }
    }
  }

  private static void keyValueTable(
      QualifiedName name,
      ConnectionDefinition connection,
      ApplicationDefinition application,
      Faults faults) {
    List<QualifiedName> names = application.tables().stream().map(TableDefinition::name).toList();
    Optional<TableDefinition> table =
        application.tables().stream().filter(one -> one.name().equals(name)).findFirst();
    if (table.isEmpty()) {
      faults.add(
          Problem.CONNECTION_TABLE,
          connection.origin(),
          "table " + name + " is not declared. " + Suggestion.among(name.toString(), names));
    } else if (!has(table.get(), "KEY", "VARCHAR") || !has(table.get(), "VALUE", "VARIANT")) {
      faults.add(
          Problem.CONNECTION_TABLE,
          connection.origin(),
          "table " + name + " needs the columns KEY VARCHAR and VALUE VARIANT.");
    }
  }

  private static boolean has(TableDefinition table, String column, String type) {
    return table.columns().stream()
        .anyMatch(one -> one.name().value().equals(column) && one.type().text().startsWith(type));
  }

  private static void reference(
      ConnectionDefinition connection,
      List<Identifier> names,
      String type,
      ApplicationDefinition application,
      Faults faults) {
    for (Identifier name : names) {
      Optional<ReferenceDefinition> reference =
          application.references().stream().filter(one -> one.name().equals(name)).findFirst();
      if (reference.isEmpty() || !reference.get().objectType().text().equals(type)) {
        faults.add(
            Problem.CONNECTION_REFERENCE,
            connection.origin(),
            name
                + " must be a declared reference of type "
                + type
                + ". "
                + Suggestion.among(
                    name.value(),
                    application.references().stream()
                        .filter(one -> one.objectType().text().equals(type))
                        .map(ReferenceDefinition::name)
                        .toList()));
      }
    }
  }
}
