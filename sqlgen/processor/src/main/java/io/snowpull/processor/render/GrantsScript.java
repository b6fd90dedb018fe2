package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.ConnectionDefinition.SecretDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.PrivilegeDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.RoleDefinition;
import java.util.List;

/** {@code grants.sql}: what the consumer's administrator runs; holds no secret value. */
final class GrantsScript {

  private static final Template TEMPLATE = new Template("grants.sql.mustache", new SqlLanguage());

  private GrantsScript() {}

  /** Everything the template names. */
  record View(
      SqlLanguage.Comment title,
      Identifier application,
      Identifier applicationPackage,
      Identifier version,
      Identifier database,
      List<ServiceView> services,
      boolean hasPrivileges,
      List<PrivilegeView> privileges,
      boolean hasReferences,
      List<ReferenceView> references,
      List<RoleView> roles) {}

  /** The outside service; rule and integration are the consumer's with manifest version 1. */
  record ServiceView(
      boolean theirs,
      boolean needsDatabase,
      Identifier specification,
      SqlLanguage.Comment description,
      QualifiedName rule,
      List<Listed<String>> hosts,
      Identifier integration,
      List<SecretView> secrets,
      List<List<Listed<QualifiedName>>> allowed,
      String label) {}

  /** A secret, created without its value. */
  record SecretView(
      QualifiedName secret,
      Keyword type,
      List<Boolean> genericString,
      List<Boolean> password,
      List<Boolean> oauth2,
      String purpose) {}

  /** A privilege and why. */
  record PrivilegeView(Keyword privilege, SqlLanguage.Comment reason) {}

  /** A reference and the call that binds an object to it. */
  record ReferenceView(
      SqlLanguage.Comment description,
      QualifiedName callback,
      String reference,
      String objectType,
      String example,
      List<Listed<String>> objectPrivileges) {}

  /** A role and whom it is for. */
  record RoleView(Identifier role, SqlLanguage.Comment purpose) {}

  static String render(ApplicationDefinition application) {
    Identifier database = new Identifier(application.name() + "_SECRETS");
    return TEMPLATE.render(
        new View(
            new SqlLanguage.Comment(application.name() + " " + application.version().name()),
            application.name(),
            new Identifier(application.name() + "_PACKAGE"),
            new Identifier(application.version().name()),
            database,
            application.connections().stream()
                .map(one -> service(one, application.manifestVersion() == 1))
                .toList(),
            !application.privileges().isEmpty() && application.manifestVersion() == 1,
            application.privileges().stream().map(GrantsScript::privilege).toList(),
            !application.references().isEmpty(),
            application.references().stream().map(GrantsScript::reference).toList(),
            application.roles().stream().map(GrantsScript::role).toList()));
  }

  private static QualifiedName inPublic(Identifier name) {
    return new QualifiedName(new Identifier("PUBLIC"), name);
  }

  private static ServiceView service(ConnectionDefinition connection, boolean theirs) {
    List<QualifiedName> secrets =
        connection.secrets().stream().map(secret -> inPublic(secret.name())).toList();
    return new ServiceView(
        theirs,
        theirs || !secrets.isEmpty(),
        connection.name(),
        new SqlLanguage.Comment(connection.description()),
        inPublic(connection.networkRule()),
        Listed.of(connection.hosts()),
        connection.integration(),
        connection.secrets().stream().map(GrantsScript::secret).toList(),
        secrets.isEmpty() ? List.of() : List.of(Listed.of(secrets)),
        connection.label());
  }

  private static SecretView secret(SecretDefinition secret) {
    return new SecretView(
        inPublic(secret.name()),
        secret.type(),
        when(secret, "GENERIC_STRING"),
        when(secret, "PASSWORD"),
        when(secret, "OAUTH2"),
        secret.description());
  }

  private static List<Boolean> when(SecretDefinition secret, String type) {
    return secret.type().text().equals(type) ? List.of(true) : List.of();
  }

  private static PrivilegeView privilege(PrivilegeDefinition privilege) {
    return new PrivilegeView(privilege.privilege(), new SqlLanguage.Comment(privilege.reason()));
  }

  private static ReferenceView reference(ReferenceDefinition reference) {
    return new ReferenceView(
        new SqlLanguage.Comment(reference.label() + ": " + reference.description()),
        reference.registerCallback(),
        reference.name().value(),
        reference.objectType().text(),
        "<" + reference.objectType().text().toLowerCase(java.util.Locale.ROOT) + ">",
        Listed.of(reference.privileges().stream().map(Keyword::text).toList()));
  }

  private static RoleView role(RoleDefinition role) {
    return new RoleView(role.name(), new SqlLanguage.Comment(role.comment()));
  }
}
