package io.snowpull.processor.javac;

import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.annotations.ExternalAccess;
import io.snowpull.annotations.ObjectPrivilege;
import io.snowpull.annotations.Reference;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.ConnectionDefinition.SecretDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.PrivilegeDefinition;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.RuntimeDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.model.StageDefinition;
import io.snowpull.processor.model.StreamlitDefinition;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.model.TaskDefinition;
import io.snowpull.processor.model.TelemetryDefinition;
import io.snowpull.processor.model.TelemetryDefinition.EventDefinition;
import io.snowpull.processor.model.VersionDefinition;
import io.snowpull.processor.model.ViewDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads {@link ConnectorApplication} and everything nested in it. */
final class ApplicationReader {

  /** What is declared elsewhere than on the package. */
  record Parts(
      List<ProcedureDefinition> procedures,
      List<TableDefinition> tables,
      List<StageDefinition> stages,
      List<ViewDefinition> views,
      List<TaskDefinition> tasks) {}

  private static final String REGISTER = "PUBLIC.REGISTER_REFERENCE";
  private static final String CONFIGURE = "PUBLIC.GET_REFERENCE_CONFIGURATION";

  private ApplicationReader() {}

  static ApplicationDefinition read(Origin origin, ConnectorApplication declared, Parts parts) {
    return new ApplicationDefinition(
        origin,
        new Identifier(declared.name()),
        new VersionDefinition(declared.version(), declared.label(), declared.comment()),
        declared.manifestVersion(),
        new RuntimeDefinition(
            declared.jar(), declared.runtimeVersion(), List.of(declared.packages())),
        declared.readme(),
        telemetry(declared),
        each(
            declared.roles(),
            role ->
                new RoleDefinition(
                    origin.named("role " + role.name()),
                    new Identifier(role.name()),
                    role.comment(),
                    identifiers(role.inherits()))),
        each(
            declared.schemas(),
            schema ->
                new SchemaDefinition(
                    origin.named("schema " + schema.name()),
                    new Identifier(schema.name()),
                    schema.versioned(),
                    schema.comment(),
                    identifiers(schema.usableBy()))),
        each(
            declared.privileges(),
            privilege ->
                new PrivilegeDefinition(
                    origin.named("privilege " + privilege.value().sql()),
                    new Keyword(privilege.value().sql()),
                    privilege.reason())),
        each(declared.references(), reference -> reference(origin, reference)),
        identifiers(declared.referencesBoundBy()),
        each(
            declared.streamlits(),
            page ->
                new StreamlitDefinition(
                    origin.named("Streamlit " + page.name()),
                    name(page.schema(), page.name()),
                    page.from(),
                    page.mainFile(),
                    page.title(),
                    page.comment(),
                    identifiers(page.grantedTo()))),
        each(declared.externalAccess(), access -> connection(origin, access)),
        parts.tables(),
        each(declared.retiredTables(), QualifiedName::parse),
        parts.stages(),
        parts.views(),
        parts.procedures(),
        parts.tasks());
  }

  private static TelemetryDefinition telemetry(ConnectorApplication declared) {
    return new TelemetryDefinition(
        level(declared.logLevel()),
        level(declared.traceLevel()),
        level(declared.metricLevel()),
        each(
            declared.telemetryEvents(),
            event -> new EventDefinition(new Keyword(event.value().name()), event.mandatory())));
  }

  private static String level(Enum<?> level) {
    return level.name().equals("UNSET") ? "" : level.name();
  }

  private static ReferenceDefinition reference(Origin origin, Reference declared) {
    String configure =
        declared.configurationCallback().isEmpty() && declared.objectType().configured()
            ? CONFIGURE
            : declared.configurationCallback();
    return new ReferenceDefinition(
        origin.named("reference " + declared.name()),
        new Identifier(declared.name()),
        declared.label(),
        declared.description(),
        new Keyword(declared.objectType().sql()),
        each(declared.privileges(), (ObjectPrivilege one) -> new Keyword(one.name())),
        declared.multiValued(),
        declared.requiredAtSetup(),
        QualifiedName.parse(
            declared.registerCallback().isEmpty() ? REGISTER : declared.registerCallback()),
        configure.isEmpty() ? List.of() : List.of(QualifiedName.parse(configure)));
  }

  private static ConnectionDefinition connection(Origin origin, ExternalAccess declared) {
    return new ConnectionDefinition(
        origin.named("external access " + declared.name()),
        new Identifier(declared.name()),
        declared.label(),
        declared.description(),
        List.of(declared.hosts()),
        new Identifier(declared.integration()),
        new Identifier(declared.networkRule()),
        each(
            declared.secrets(),
            secret ->
                new SecretDefinition(
                    secret.alias(),
                    new Keyword(secret.type().name()),
                    new Identifier(secret.name()),
                    secret.description(),
                    optional(secret.reference()),
                    secret.configurationField())),
        optional(declared.reference()),
        new Identifier(declared.bindSchema()),
        QualifiedName.parse(declared.configurationTable()),
        declared.configurationKey(),
        declared.configurationField(),
        QualifiedName.parse(declared.failureTable()));
  }

  private static List<Identifier> optional(String name) {
    return name.isEmpty() ? List.of() : List.of(new Identifier(name));
  }

  static QualifiedName name(String schema, String name) {
    return new QualifiedName(new Identifier(schema), new Identifier(name));
  }

  static List<Identifier> identifiers(String[] names) {
    return each(names, Identifier::new);
  }

  static <A, B> List<B> each(A[] values, Function<A, B> mapping) {
    return Arrays.stream(values).map(mapping).toList();
  }
}
