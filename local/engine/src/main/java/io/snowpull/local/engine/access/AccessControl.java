package io.snowpull.local.engine.access;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.Catalog;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Decides who may see and use what: an owner everything, others what was granted to them or to a
 * role they hold.
 */
public final class AccessControl {

  /** The role that may do all, as in a real account's default set-up. */
  public static final String ACCOUNTADMIN = "ACCOUNTADMIN";

  private final Catalog catalog;

  public AccessControl(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whether the object may be named at all: it is owned, or anything on it or in it is granted. */
  public boolean sees(Context context, CatalogObject object) {
    Set<Principal> held = held(context.principal());
    if (mayAll(held) || held.contains(object.owner()) || isOpenToAll(object)) {
      return true;
    }
    CatalogSnapshot snapshot = catalog.snapshot();
    return snapshot.grants().stream()
            .anyMatch(grant -> object.key().equals(grant.on()) && held.contains(grant.to()))
        || ownsContainer(snapshot, held, object)
        || ownsSomethingInside(snapshot, held, object);
  }

  /**
   * Whether the database and the schema around the name are open to the principal: without a
   * privilege on both, one on an object in them is of no use.
   *
   * <p>Source: https://docs.snowflake.com/en/user-guide/security-access-control-privileges
   */
  public boolean reaches(Context context, QualifiedName name) {
    Set<Principal> held = held(context.principal());
    if (mayAll(held)) {
      return true;
    }
    CatalogSnapshot snapshot = catalog.snapshot();
    String database = name.database();
    boolean inApplication =
        held.contains(new Principal.Application(database))
            || held.stream()
                .anyMatch(
                    principal ->
                        principal instanceof Principal.ApplicationRole role
                            && role.application().equals(database));
    return (inApplication
            || isOpen(snapshot, held, ObjectKey.of(ObjectKind.DATABASE, name.database())))
        && isOpen(snapshot, held, ObjectKey.of(ObjectKind.SCHEMA, name.parent()));
  }

  private static boolean isOpen(CatalogSnapshot snapshot, Set<Principal> held, ObjectKey key) {
    return snapshot.find(key).map(found -> held.contains(found.owner())).orElse(false)
        || snapshot.grants().stream()
            .anyMatch(grant -> key.equals(grant.on()) && held.contains(grant.to()));
  }

  /** Whether the principal holds the privilege on the object, by grant or by ownership. */
  public boolean holds(Context context, String privilege, CatalogObject object) {
    Set<Principal> held = held(context.principal());
    return mayAll(held)
        || held.contains(object.owner())
        || ownsContainer(catalog.snapshot(), held, object)
        || catalog.snapshot().grants().stream()
            .anyMatch(
                grant ->
                    object.key().equals(grant.on())
                        && (grant.privilege().equals(privilege)
                            || grant.privilege().equals("OWNERSHIP"))
                        && held.contains(grant.to()));
  }

  /** Whether the principal holds the privilege on the account, for example CREATE DATABASE. */
  public boolean holdsOnAccount(Context context, String privilege) {
    Set<Principal> held = held(context.principal());
    return mayAll(held)
        || catalog.snapshot().grants().stream()
            .anyMatch(
                grant ->
                    grant.on() == null
                        && grant.privilege().equals(privilege)
                        && held.contains(grant.to()));
  }

  /**
   * Lets pass who holds the privilege.
   *
   * @throws SnowflakeException 003001 otherwise
   */
  public void require(Context context, String privilege, CatalogObject object) {
    if (!holds(context, privilege, object)) {
      throw SnowflakeException.insufficientPrivileges(
          object.kind().words().toLowerCase(java.util.Locale.ROOT), object.name().name());
    }
  }

  /**
   * Lets pass who holds the privilege on the account.
   *
   * @throws SnowflakeException 003001 otherwise
   */
  public void requireOnAccount(Context context, String privilege) {
    if (!holdsOnAccount(context, privilege)) {
      throw SnowflakeException.insufficientPrivileges("account", privilege);
    }
  }

  /** The principal itself and every role it holds, directly or through other roles. */
  public Set<Principal> held(Principal principal) {
    CatalogSnapshot snapshot = catalog.snapshot();
    Set<Principal> found = new LinkedHashSet<>();
    Deque<Principal> open = new ArrayDeque<>();
    open.add(principal);
    open.add(new Principal.Role("PUBLIC"));
    while (!open.isEmpty()) {
      Principal next = open.remove();
      if (found.add(next)) {
        snapshot.grants().stream()
            .filter(grant -> grant.to().equals(next) && grant.on() != null)
            .map(AccessControl::roleBehind)
            .filter(java.util.Objects::nonNull)
            .forEach(open::add);
      }
    }
    return found;
  }

  private static @org.jspecify.annotations.Nullable Principal roleBehind(Grant grant) {
    ObjectKey on = grant.on();
    if (on == null || !grant.privilege().equals("USAGE")) {
      return null;
    }
    return switch (on.kind()) {
      case ROLE -> new Principal.Role(on.name().name());
      case APPLICATION_ROLE ->
          new Principal.ApplicationRole(on.name().database(), on.name().name());
      default -> null;
    };
  }

  private static boolean mayAll(Set<Principal> held) {
    return held.contains(new Principal.Role(ACCOUNTADMIN));
  }

  private static boolean isOpenToAll(CatalogObject object) {
    return object.name().parts().size() > 1
        && object.name().parts().get(1).equals("INFORMATION_SCHEMA");
  }

  private static boolean ownsContainer(
      CatalogSnapshot snapshot, Set<Principal> held, CatalogObject object) {
    String database = object.name().database();
    return object.name().parts().size() > 1
        && snapshot.application(database).isPresent()
        && held.contains(new Principal.Application(database));
  }

  private static boolean ownsSomethingInside(
      CatalogSnapshot snapshot, Set<Principal> held, CatalogObject object) {
    if (object.kind() == ObjectKind.DATABASE
        && held.contains(new Principal.Application(object.name().name()))) {
      return true;
    }
    return (object.kind() == ObjectKind.DATABASE || object.kind() == ObjectKind.SCHEMA)
        && snapshot.inside(object.name()).stream()
            .anyMatch(
                inner ->
                    held.contains(inner.owner())
                        || snapshot.grants().stream()
                            .anyMatch(
                                grant ->
                                    inner.key().equals(grant.on()) && held.contains(grant.to())));
  }
}
