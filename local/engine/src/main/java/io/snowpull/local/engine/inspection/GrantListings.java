package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.InspectionStatement.ShowGrants;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.function.Predicate;

/** SHOW GRANTS in its directions. */
final class GrantListings {

  Listing list(ShowGrants show, Execution execution) {
    if (show.future()) {
      return Listing.of("created_on@ privilege grant_on name grant_to grantee_name grant_option");
    }
    return switch (show.direction()) {
      case CURRENT -> to(new Principal.User(execution.session().user()), execution);
      case TO -> to(grantee(show, execution), execution);
      case ON -> on(show, execution);
      case OF -> of(show, execution);
      case IN -> throw SnowflakeException.unsupported("SHOW GRANTS IN");
    };
  }

  private static Listing to(Principal principal, Execution execution) {
    boolean isUser = principal instanceof Principal.User;
    Listing listing =
        Listing.of(
            isUser
                ? "created_on@ role granted_to grantee_name granted_by"
                : "created_on@ privilege granted_on name granted_to grantee_name grant_option"
                    + " granted_by granted_by_role_type");
    for (Grant grant : grants(execution, g -> g.to().equals(principal))) {
      if (isUser) {
        listing.add(
            grant.createdOn(), objectName(grant), "USER", principal.displayName(), by(grant));
      } else {
        add(listing, grant, execution);
      }
    }
    if (!isUser) {
      execution
          .snapshot()
          .all(CatalogObject.class)
          .filter(object -> object.owner().equals(principal))
          .forEach(object -> addOwnership(listing, object));
    }
    return listing;
  }

  private static Listing on(ShowGrants show, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ privilege granted_on name granted_to grantee_name grant_option granted_by"
                + " granted_by_role_type");
    if (show.kind() == ObjectKind.ACCOUNT || show.name() == null) {
      grants(execution, grant -> grant.on() == null)
          .forEach(grant -> add(listing, grant, execution));
      return listing;
    }
    CatalogObject object = Named.object(show.kind(), show.name(), show.argumentTypes(), execution);
    grants(execution, grant -> object.key().equals(grant.on()))
        .forEach(grant -> add(listing, grant, execution));
    addOwnership(listing, object);
    return listing;
  }

  private static Listing of(ShowGrants show, Execution execution) {
    Listing listing = Listing.of("created_on@ role granted_to grantee_name granted_by");
    CatalogObject role = Named.object(show.kind(), show.name(), null, execution);
    for (Grant grant :
        grants(execution, g -> role.key().equals(g.on()) && g.privilege().equals("USAGE"))) {
      listing.add(
          grant.createdOn(),
          role.name().toSql(),
          grant.to().grantedTo(),
          grant.to().displayName(),
          by(grant));
    }
    return listing;
  }

  private static void add(Listing listing, Grant grant, Execution execution) {
    ObjectKey on = grant.on();
    listing.add(
        grant.createdOn(),
        grant.privilege(),
        on == null ? "ACCOUNT" : kind(on, execution),
        objectName(grant),
        grant.to().grantedTo(),
        grant.to().displayName(),
        Boolean.toString(grant.grantOption()),
        by(grant),
        grant.by() instanceof Principal.Application ? "APPLICATION" : "ROLE");
  }

  private static void addOwnership(Listing listing, CatalogObject object) {
    listing.add(
        object.header().createdOn(),
        "OWNERSHIP",
        object.kind().name(),
        object.key().toString(),
        object.owner().grantedTo(),
        object.owner().displayName(),
        "true",
        object.owner().displayName(),
        Listing.ownerType(object));
  }

  private static String kind(ObjectKey on, Execution execution) {
    return execution.snapshot().find(on).map(CatalogObject::kind).orElse(on.kind()).name();
  }

  private static String objectName(Grant grant) {
    ObjectKey on = grant.on();
    return on == null ? "LOCAL" : on.toString();
  }

  private static String by(Grant grant) {
    return grant.by().displayName();
  }

  private static List<Grant> grants(Execution execution, Predicate<Grant> wanted) {
    return execution.snapshot().grants().stream().filter(wanted).toList();
  }

  private static Principal grantee(ShowGrants show, Execution execution) {
    ObjectKind kind = show.kind();
    ObjectName name = show.name();
    if (kind == null || name == null) {
      throw SnowflakeException.compilationError("SHOW GRANTS TO needs a kind and a name");
    }
    QualifiedName full = Named.object(kind, name, null, execution).name();
    return switch (kind) {
      case ROLE -> new Principal.Role(full.name());
      case USER -> new Principal.User(full.name());
      case APPLICATION -> new Principal.Application(full.name());
      case APPLICATION_ROLE -> new Principal.ApplicationRole(full.database(), full.name());
      default -> throw SnowflakeException.unsupported("SHOW GRANTS TO " + kind.words());
    };
  }
}
