package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.SecurityStatement;
import io.snowpull.local.engine.ast.SecurityStatement.GrantTarget;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GRANT and REVOKE. */
final class PrivilegeGrants {

  Result change(SecurityStatement.PrivilegeGrant statement, Execution execution) {
    Principal grantee = grantee(statement.grantee(), execution);
    List<@Nullable CatalogObject> targets = targets(statement.on(), execution);
    if (statement.privileges().contains("OWNERSHIP") && !statement.revoke()) {
      return transfer(targets, grantee, execution);
    }
    List<Grant> grants = new ArrayList<>();
    for (CatalogObject target : targets) {
      requireMayGrant(target, statement, execution);
      for (String privilege : privileges(statement.privileges(), target)) {
        grants.add(
            new Grant(
                privilege,
                target == null ? null : target.key(),
                grantee,
                execution.context().principal(),
                statement.withGrantOption(),
                execution.services().clock().instant()));
      }
    }
    apply(grants, statement.revoke(), execution);
    return done();
  }

  Result change(SecurityStatement.RoleGrant statement, Execution execution) {
    ObjectKind kind = statement.kind();
    if (kind != ObjectKind.ROLE && kind != ObjectKind.APPLICATION_ROLE) {
      throw SnowflakeException.unsupported("database roles");
    }
    CatalogObject role = execution.names().find(CatalogObject.class, kind, statement.role());
    Principal grantee = grantee(statement.grantee(), execution);
    boolean mayGrant =
        execution.services().access().holds(execution.context(), "OWNERSHIP", role)
            || execution.services().access().holdsOnAccount(execution.context(), "MANAGE GRANTS");
    if (!mayGrant) {
      throw SnowflakeException.insufficientPrivileges(kind.words(), role.name().name());
    }
    Grant membership =
        new Grant(
            "USAGE",
            role.key(),
            grantee,
            execution.context().principal(),
            false,
            execution.services().clock().instant());
    Principal self =
        kind == ObjectKind.ROLE
            ? new Principal.Role(role.name().name())
            : new Principal.ApplicationRole(role.name().database(), role.name().name());
    if (!statement.revoke() && execution.services().access().held(self).contains(grantee)) {
      throw new SnowflakeException(
          "003036", "42501", "SQL access control error:\nGrant would create a cycle of roles.");
    }
    apply(List.of(membership), statement.revoke(), execution);
    return done();
  }

  private static void apply(List<Grant> grants, boolean revoke, Execution execution) {
    execution
        .catalog()
        .change(
            change -> {
              for (Grant grant : grants) {
                if (revoke) {
                  change.revoke(grant::sameRight);
                } else {
                  change.grant(grant);
                }
              }
              return grants;
            });
  }

  private static Result transfer(
      List<@Nullable CatalogObject> targets, Principal grantee, Execution execution) {
    if (!(grantee instanceof Principal.Role) && !(grantee instanceof Principal.Application)) {
      throw SnowflakeException.compilationError("OWNERSHIP can be granted to roles only");
    }
    for (CatalogObject target : targets) {
      if (target == null) {
        throw SnowflakeException.compilationError("OWNERSHIP is not a privilege on the account");
      }
      execution.services().access().require(execution.context(), "OWNERSHIP", target);
    }
    execution
        .catalog()
        .change(
            change -> {
              for (CatalogObject target : targets) {
                if (target != null) {
                  change.put(target.withHeader(target.header().withOwner(grantee)));
                }
              }
              return grantee;
            });
    return done();
  }

  /** Whoever owns the object may grant on it; on the account, who may manage grants. */
  private static void requireMayGrant(
      @Nullable CatalogObject target,
      SecurityStatement.PrivilegeGrant statement,
      Execution execution) {
    var access = execution.services().access();
    if (target == null) {
      access.requireOnAccount(execution.context(), "MANAGE GRANTS");
      return;
    }
    boolean withGrantOption =
        execution.snapshot().grants().stream()
            .anyMatch(
                grant ->
                    grant.grantOption()
                        && target.key().equals(grant.on())
                        && statement.privileges().contains(grant.privilege())
                        && access.held(execution.context().principal()).contains(grant.to()));
    if (!withGrantOption) {
      access.require(execution.context(), "OWNERSHIP", target);
    }
  }

  /** The objects granted on; null stands for the account. */
  private static List<@Nullable CatalogObject> targets(GrantTarget on, Execution execution) {
    List<@Nullable CatalogObject> targets = new ArrayList<>();
    if (on instanceof GrantTarget.Account) {
      targets.add(null);
    } else if (on instanceof GrantTarget.Single single) {
      targets.add(single(single, execution));
    } else if (on instanceof GrantTarget.Every every) {
      if (every.future()) {
        throw SnowflakeException.unsupported("future grants");
      }
      QualifiedName container = execution.names().qualify(every.containerKind(), every.container());
      execution.snapshot().inside(container).stream()
          .filter(object -> object.kind() == every.kind())
          .forEach(targets::add);
    }
    return targets;
  }

  private static CatalogObject single(GrantTarget.Single single, Execution execution) {
    ObjectKey key = ObjectKeys.of(single.kind(), single.name(), single.argumentTypes(), execution);
    Optional<CatalogObject> found =
        execution
            .snapshot()
            .find(key)
            .filter(object -> execution.services().access().sees(execution.context(), object));
    return found.orElseThrow(
        () -> SnowflakeException.doesNotExist(single.kind().words(), key.toString()));
  }

  private static List<String> privileges(List<String> written, @Nullable CatalogObject target) {
    if (!written.contains("ALL")) {
      return written;
    }
    if (target == null) {
      throw SnowflakeException.unsupported("GRANT ALL ON ACCOUNT");
    }
    return switch (target.kind()) {
      case TABLE -> List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRUNCATE", "UPDATE");
      case VIEW -> List.of("REFERENCES", "SELECT");
      case WAREHOUSE -> List.of("MODIFY", "MONITOR", "OPERATE", "USAGE");
      case STAGE -> List.of("READ", "WRITE");
      case SECRET -> List.of("READ", "USAGE");
      case DATABASE -> List.of("CREATE SCHEMA", "MODIFY", "MONITOR", "USAGE");
      case SCHEMA ->
          List.of(
              "CREATE FILE FORMAT",
              "CREATE FUNCTION",
              "CREATE PROCEDURE",
              "CREATE SEQUENCE",
              "CREATE STAGE",
              "CREATE TABLE",
              "CREATE TASK",
              "CREATE VIEW",
              "MODIFY",
              "MONITOR",
              "USAGE");
      case TASK -> List.of("MONITOR", "OPERATE");
      default -> List.of("USAGE");
    };
  }

  private static Principal grantee(SecurityStatement.Grantee written, Execution execution) {
    ObjectName name = written.name();
    return switch (written.kind()) {
      case ROLE ->
          new Principal.Role(
              execution.names().find(CatalogObject.class, ObjectKind.ROLE, name).name().name());
      case USER ->
          new Principal.User(
              execution.names().find(CatalogObject.class, ObjectKind.USER, name).name().name());
      case APPLICATION ->
          new Principal.Application(
              execution
                  .names()
                  .find(CatalogObject.class, ObjectKind.APPLICATION, name)
                  .name()
                  .name());
      case APPLICATION_ROLE -> {
        QualifiedName role =
            execution.names().find(CatalogObject.class, ObjectKind.APPLICATION_ROLE, name).name();
        yield new Principal.ApplicationRole(role.database(), role.name());
      }
      default ->
          throw SnowflakeException.unsupported(
              "grants to " + written.kind().words().toLowerCase(java.util.Locale.ROOT) + "s");
    };
  }

  private static Result done() {
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }
}
