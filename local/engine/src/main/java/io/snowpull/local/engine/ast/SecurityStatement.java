package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles, users, grants, warehouses, secrets, network rules and integrations. */
public sealed interface SecurityStatement extends Statement {
  record CreateRole(CreateMode mode, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  record CreateDatabaseRole(CreateMode mode, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  record CreateUser(CreateMode mode, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  record CreateWarehouse(CreateMode mode, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  /** TYPE is among the options. The text holds the secret's value: never log it. */
  record CreateSecret(CreateMode mode, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  record CreateNetworkRule(CreateMode mode, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  /**
   * @param category EXTERNAL ACCESS, API, SECURITY, NOTIFICATION, STORAGE ..., in upper case
   */
  record CreateIntegration(
      CreateMode mode, String category, ObjectName name, Options options, String text)
      implements SecurityStatement {}

  /**
   * GRANT or REVOKE of privileges.
   *
   * @param privileges upper case, {@code ALL} for ALL [PRIVILEGES]; OWNERSHIP is one of them
   * @param currentGrants COPY or REVOKE as given for OWNERSHIP; null if not
   */
  record PrivilegeGrant(
      boolean revoke,
      List<String> privileges,
      GrantTarget on,
      Grantee grantee,
      boolean withGrantOption,
      @Nullable String currentGrants,
      String text)
      implements SecurityStatement {}

  /**
   * {@code GRANT|REVOKE [DATABASE|APPLICATION] ROLE r TO|FROM grantee}; kind is ROLE, DATABASE_ROLE
   * or APPLICATION_ROLE.
   */
  record RoleGrant(boolean revoke, ObjectKind kind, ObjectName role, Grantee grantee, String text)
      implements SecurityStatement {}

  /** {@code GRANT IMPORTED PRIVILEGES}, shares and other targets use the same kinds. */
  record Grantee(ObjectKind kind, ObjectName name) {}

  /** What a privilege is granted on. */
  sealed interface GrantTarget {
    record Account() implements GrantTarget {}

    /**
     * @param argumentTypes null unless the kind is a routine
     */
    record Single(ObjectKind kind, ObjectName name, @Nullable List<TypeName> argumentTypes)
        implements GrantTarget {}

    /** {@code ALL|FUTURE kinds IN SCHEMA|DATABASE name}. */
    record Every(boolean future, ObjectKind kind, ObjectKind containerKind, ObjectName container)
        implements GrantTarget {}
  }
}
