package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.model.StageDefinition;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.model.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code privileges.md}: the least-privilege statement that a reviewer reads. */
final class PrivilegesDocument {

  private static final Template TEMPLATE =
      new Template("privileges.md.mustache", new MarkdownLanguage());

  private PrivilegesDocument() {}

  /** Everything the template names. */
  record View(
      String application,
      String version,
      boolean automatic,
      boolean hasPrivileges,
      List<PrivilegeView> privileges,
      boolean hasReferences,
      List<ReferenceView> references,
      List<ServiceView> services,
      List<RoleView> roles) {}

  /** A privilege, why it is asked for, and what uses it. */
  record PrivilegeView(Keyword privilege, String reason, List<Listed<QualifiedName>> users) {}

  /** A reference and the privileges on the bound object. */
  record ReferenceView(ReferenceDefinition reference, List<Listed<Keyword>> objectPrivileges) {}

  /** The outside service, and which procedures reach it with which secrets. */
  record ServiceView(
      ConnectionDefinition connection,
      List<Listed<String>> hosts,
      List<Listed<QualifiedName>> callers) {}

  /** What a role may do. */
  record RoleView(
      RoleDefinition role, List<Listed<Identifier>> inherited, List<RightView> rights) {}

  /** One right of a role. */
  record RightView(Keyword right, Keyword kind, Object object) {}

  static String render(ApplicationDefinition application) {
    return TEMPLATE.render(
        new View(
            application.name().value(),
            application.version().name(),
            application.manifestVersion() == 2,
            !application.privileges().isEmpty(),
            application.privileges().stream()
                .map(
                    one ->
                        new PrivilegeView(
                            one.privilege(),
                            one.reason(),
                            Listed.of(users(one.privilege(), application))))
                .toList(),
            !application.references().isEmpty(),
            application.references().stream()
                .map(one -> new ReferenceView(one, Listed.of(one.privileges())))
                .toList(),
            application.connections().stream()
                .map(
                    one ->
                        new ServiceView(
                            one, Listed.of(one.hosts()), Listed.of(callers(application))))
                .toList(),
            application.roles().stream().map(role -> role(role, application)).toList()));
  }

  private static List<QualifiedName> users(Keyword privilege, ApplicationDefinition application) {
    Stream<QualifiedName> procedures =
        application.procedures().stream()
            .filter(procedure -> procedure.uses().contains(privilege))
            .map(ProcedureDefinition::name);
    Stream<QualifiedName> tasks =
        privilege.text().contains("TASK")
            ? application.tasks().stream().map(task -> task.name())
            : Stream.of();
    return Stream.concat(procedures, tasks).toList();
  }

  private static List<QualifiedName> callers(ApplicationDefinition application) {
    return application.procedures().stream()
        .filter(ProcedureDefinition::externalAccess)
        .map(ProcedureDefinition::name)
        .toList();
  }

  private static RoleView role(RoleDefinition role, ApplicationDefinition application) {
    List<RightView> rights = new ArrayList<>();
    Identifier name = role.name();
    for (SchemaDefinition schema : application.schemas()) {
      right(rights, schema.usableBy().contains(name), "USAGE", "SCHEMA", schema.name());
    }
    for (TableDefinition table : application.tables()) {
      right(rights, table.readableBy().contains(name), "SELECT", "TABLE", table.name());
    }
    for (StageDefinition stage : application.stages()) {
      right(rights, stage.readableBy().contains(name), "READ", "STAGE", stage.name());
    }
    for (ViewDefinition view : application.views()) {
      right(rights, view.readableBy().contains(name), "SELECT", "VIEW", view.name());
    }
    for (ProcedureDefinition procedure : application.procedures()) {
      QualifiedName called =
          procedure.wrapper().isEmpty() ? procedure.name() : procedure.wrapper().get(0);
      right(rights, procedure.grantedTo().contains(name), "USAGE", "PROCEDURE", called);
    }
    for (ReferenceDefinition reference : application.references()) {
      boolean binds = application.referencesBoundBy().contains(name);
      right(rights, binds, "USAGE", "PROCEDURE", reference.registerCallback());
    }
    application
        .streamlits()
        .forEach(
            page ->
                right(rights, page.grantedTo().contains(name), "USAGE", "STREAMLIT", page.name()));
    return new RoleView(role, Listed.of(role.inherits()), rights.stream().distinct().toList());
  }

  private static void right(
      List<RightView> rights, boolean has, String right, String kind, Object object) {
    if (has) {
      rights.add(new RightView(new Keyword(right), new Keyword(kind), object));
    }
  }
}
