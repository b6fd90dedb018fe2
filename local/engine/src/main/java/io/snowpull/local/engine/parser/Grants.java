package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.SecurityStatement;
import io.snowpull.local.engine.ast.SecurityStatement.GrantTarget;
import io.snowpull.local.engine.ast.SecurityStatement.Grantee;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.AccountTargetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.EveryTargetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GrantPrivilegesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GrantRoleContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GrantTargetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GranteeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PluralWordContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PrivilegesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RevokePrivilegesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RevokeRoleContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SingleTargetContext;
import io.snowpull.local.engine.parser.grammar.SqlParserBaseVisitor;
import java.util.List;
import java.util.stream.Collectors;

/** Builds GRANT and REVOKE. */
final class Grants extends SqlParserBaseVisitor<Statement> {
  private final Builders builders;

  Grants(Builders builders) {
    this.builders = builders;
  }

  @Override
  public Statement visitGrantRole(GrantRoleContext node) {
    return new SecurityStatement.RoleGrant(
        false,
        roleKind(node.DATABASE() != null, node.APPLICATION() != null),
        builders.names.objectName(node.objectName()),
        grantee(node.grantee()),
        builders.source.text(node));
  }

  @Override
  public Statement visitRevokeRole(RevokeRoleContext node) {
    return new SecurityStatement.RoleGrant(
        true,
        roleKind(node.DATABASE() != null, node.APPLICATION() != null),
        builders.names.objectName(node.objectName()),
        grantee(node.grantee()),
        builders.source.text(node));
  }

  private static ObjectKind roleKind(boolean database, boolean application) {
    if (database) {
      return ObjectKind.DATABASE_ROLE;
    }
    return application ? ObjectKind.APPLICATION_ROLE : ObjectKind.ROLE;
  }

  @Override
  public Statement visitGrantPrivileges(GrantPrivilegesContext node) {
    String current = node.REVOKE() != null ? "REVOKE" : null;
    return new SecurityStatement.PrivilegeGrant(
        false,
        privileges(node.privileges()),
        target(node.grantTarget()),
        grantee(node.grantee()),
        node.OPTION() != null,
        node.COPY() != null ? "COPY" : current,
        builders.source.text(node));
  }

  @Override
  public Statement visitRevokePrivileges(RevokePrivilegesContext node) {
    return new SecurityStatement.PrivilegeGrant(
        true,
        privileges(node.privileges()),
        target(node.grantTarget()),
        grantee(node.grantee()),
        node.OPTION() != null,
        null,
        builders.source.text(node));
  }

  private static List<String> privileges(PrivilegesContext node) {
    return node.privilege().stream()
        .map(Names::upperText)
        .map(p -> p.equals("ALL PRIVILEGES") ? "ALL" : p)
        .toList();
  }

  private GrantTarget target(GrantTargetContext node) {
    if (node instanceof AccountTargetContext) {
      return new GrantTarget.Account();
    }
    if (node instanceof EveryTargetContext every) {
      return new GrantTarget.Every(
          every.FUTURE() != null,
          plural(every.pluralWord()),
          Names.kind(every.objectKind()),
          builders.names.objectName(every.objectName()));
    }
    SingleTargetContext single = (SingleTargetContext) node;
    return new GrantTarget.Single(
        Names.kind(single.objectKind()),
        builders.names.objectName(single.objectName()),
        Names.types(single.typeNames()));
  }

  /** TABLES, FILE FORMATS, MASKING POLICIES ... to their kind. */
  private static ObjectKind plural(List<PluralWordContext> words) {
    String text =
        words.stream().map(w -> Names.identifier(w).name()).collect(Collectors.joining("_"));
    String singular =
        text.endsWith("POLICIES")
            ? text.substring(0, text.length() - 3) + "Y"
            : text.replaceFirst("S$", "");
    try {
      return ObjectKind.valueOf(singular);
    } catch (IllegalArgumentException unknown) {
      throw Source.unexpected(words.get(0).getStart());
    }
  }

  private Grantee grantee(GranteeContext node) {
    ObjectName name = builders.names.objectName(node.objectName());
    if (node.DATABASE() != null) {
      return new Grantee(ObjectKind.DATABASE_ROLE, name);
    }
    if (node.APPLICATION() != null) {
      return new Grantee(
          node.ROLE() != null ? ObjectKind.APPLICATION_ROLE : ObjectKind.APPLICATION, name);
    }
    if (node.USER() != null) {
      return new Grantee(ObjectKind.USER, name);
    }
    return new Grantee(node.SHARE() != null ? ObjectKind.SHARE : ObjectKind.ROLE, name);
  }
}
