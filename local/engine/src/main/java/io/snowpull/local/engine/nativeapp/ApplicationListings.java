package io.snowpull.local.engine.nativeapp;

import static io.snowpull.local.engine.result.Rows.row;

import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHOW PRIVILEGES and SHOW REFERENCES: what an application asked for, and what it was given. */
public final class ApplicationListings {

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-privileges */
  public Result privileges(InspectionStatement.Show show, Execution execution) {
    ApplicationDefinition application =
        Listing.scope(ApplicationDefinition.class, ObjectKind.APPLICATION, show, execution);
    Principal grantee = new Principal.Application(application.name().name());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (var privilege : RequestedPermissions.of(application.manifest()).privileges()) {
      boolean granted =
          execution.snapshot().grants().stream()
              .anyMatch(grant -> isOnAccount(grant, privilege.name(), grantee));
      boolean grantable =
          execution.services().access().holdsOnAccount(execution.context(), privilege.name());
      rows.add(row(privilege.name(), privilege.description(), text(granted), text(grantable)));
    }
    return Listing.texts(rows, "privilege", "description", "is_granted", "is_grantable");
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-references */
  public Result references(InspectionStatement.Show show, Execution execution) {
    ApplicationDefinition application =
        Listing.scope(ApplicationDefinition.class, ObjectKind.APPLICATION, show, execution);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (var request : RequestedPermissions.of(application.manifest()).references()) {
      List<ApplicationDefinition.Reference> bound =
          application.references().getOrDefault(request.name(), List.of());
      if (bound.isEmpty()) {
        rows.add(referenceRow(request, null, null));
      }
      bound.forEach(
          reference -> rows.add(referenceRow(request, reference.object(), reference.alias())));
    }
    return Listing.texts(
        rows,
        "name",
        "label",
        "description",
        "privileges",
        "object_type",
        "multi-valued",
        "object_name",
        "schema_name",
        "database_name",
        "alias");
  }

  private static List<@Nullable Object> referenceRow(
      RequestedPermissions.ReferenceRequest request,
      @Nullable ObjectKey object,
      @Nullable String alias) {
    List<String> parts = object == null ? List.of() : object.name().parts();
    return row(
        request.name(),
        request.label(),
        request.description(),
        String.join(",", request.privileges()),
        request.objectType(),
        text(request.multiValued()),
        parts.isEmpty() ? null : parts.get(parts.size() - 1),
        parts.size() == 3 ? parts.get(1) : null,
        parts.size() > 1 ? parts.get(0) : null,
        alias);
  }

  private static boolean isOnAccount(Grant grant, String privilege, Principal grantee) {
    return grant.on() == null && grant.privilege().equals(privilege) && grant.to().equals(grantee);
  }

  private static String text(boolean truth) {
    return Boolean.toString(truth);
  }
}
