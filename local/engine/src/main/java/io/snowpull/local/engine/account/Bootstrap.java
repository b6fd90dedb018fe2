package io.snowpull.local.engine.account;

import io.snowpull.local.engine.access.AccessControl;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RoleDefinition;
import io.snowpull.local.engine.catalog.UserDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What a new account has: the system roles, one user with all of them, one warehouse. */
final class Bootstrap {

  static final String USER = "SNOWPULL";
  private static final String WAREHOUSE = "XS";
  private static final int AUTO_SUSPEND_SECONDS = 60;
  private static final Principal ADMIN = new Principal.Role(AccessControl.ACCOUNTADMIN);

  /** Source: https://docs.snowflake.com/en/user-guide/security-access-control-overview */
  private static final List<String> ROLES =
      List.of(AccessControl.ACCOUNTADMIN, "SECURITYADMIN", "USERADMIN", "SYSADMIN", "PUBLIC");

  private final Clock clock;

  Bootstrap(Clock clock) {
    this.clock = clock;
  }

  /** Sets a new account up; leaves one alone that is. */
  void run(Catalog catalog) {
    if (catalog.snapshot().find(ObjectKey.of(ObjectKind.USER, USER)).isPresent()) {
      return;
    }
    catalog.change(
        change -> {
          create(change);
          return change;
        });
  }

  private void create(CatalogChange change) throws SQLException {
    for (String role : ROLES) {
      change.put(new RoleDefinition(header(role)));
    }
    change.put(
        new UserDefinition(header(USER), false, AccessControl.ACCOUNTADMIN, WAREHOUSE, null, null));
    change.put(
        new WarehouseDefinition(header(WAREHOUSE), "X-Small", false, AUTO_SUSPEND_SECONDS, true));
    for (String role : ROLES) {
      change.grant(membership(role, new Principal.User(USER)));
    }
    change.grant(membership("SECURITYADMIN", ADMIN));
    change.grant(membership("SYSADMIN", ADMIN));
    change.grant(membership("USERADMIN", new Principal.Role("SECURITYADMIN")));
  }

  private Header header(String name) {
    return new Header(QualifiedName.of(name), ADMIN, clock.instant(), "");
  }

  private Grant membership(String role, Principal to) {
    Instant now = clock.instant();
    return new Grant("USAGE", ObjectKey.of(ObjectKind.ROLE, role), to, ADMIN, false, now);
  }
}
