package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.ApplicationRoleDefinition;
import io.snowpull.local.engine.catalog.IntegrationDefinition;
import io.snowpull.local.engine.catalog.RoleDefinition;
import io.snowpull.local.engine.catalog.UserDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.SessionParameters;
import io.snowpull.local.engine.session.Value;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** SHOW for what belongs to the account or the session. */
final class AccountListings {

  private static final Scope ACCOUNT = new Scope(null);

  private AccountListings() {}

  static Map<String, ShowSource> all() {
    return Map.ofEntries(
        Map.entry("ROLES", (show, scope, e) -> roles(e)),
        Map.entry("USERS", (show, scope, e) -> users(e)),
        Map.entry("WAREHOUSES", (show, scope, e) -> warehouses(e)),
        Map.entry("INTEGRATIONS", (show, scope, e) -> integrations(e)),
        Map.entry("EXTERNAL ACCESS INTEGRATIONS", (show, scope, e) -> integrations(e)),
        Map.entry("APPLICATIONS", (show, scope, e) -> applications(e)),
        Map.entry("APPLICATION PACKAGES", (show, scope, e) -> packages(e)),
        Map.entry("APPLICATION ROLES", (show, scope, e) -> applicationRoles(scope, e)),
        Map.entry("PARAMETERS", (show, scope, e) -> parameters(e.session().parameters())),
        Map.entry("VARIABLES", (show, scope, e) -> variables(e)));
  }

  private static Listing roles(Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name is_default is_current is_inherited assigned_to_users#"
                + " granted_to_roles# granted_roles# owner comment");
    String current = execution.context().principal().displayName();
    Visible.of(RoleDefinition.class, ACCOUNT, execution)
        .forEach(
            role ->
                listing.add(
                    role.header().createdOn(),
                    role.name().name(),
                    role.name().name().equals("ACCOUNTADMIN") ? "Y" : "N",
                    role.name().name().equals(current) ? "Y" : "N",
                    "N",
                    0,
                    0,
                    0,
                    Listing.owner(role),
                    role.header().comment()));
    return listing;
  }

  private static Listing users(Execution execution) {
    Listing listing =
        Listing.of(
            "name created_on@ login_name display_name first_name last_name email comment disabled"
                + " default_warehouse default_namespace default_role owner");
    Visible.of(UserDefinition.class, ACCOUNT, execution)
        .forEach(
            user ->
                listing.add(
                    user.name().name(),
                    user.header().createdOn(),
                    user.name().name(),
                    user.name().name(),
                    "",
                    "",
                    "",
                    user.header().comment(),
                    Boolean.toString(user.disabled()),
                    user.defaultWarehouse(),
                    user.defaultNamespace(),
                    user.defaultRole(),
                    Listing.owner(user)));
    return listing;
  }

  private static Listing warehouses(Execution execution) {
    Listing listing =
        Listing.of(
            "name state type size min_cluster_count# max_cluster_count# started_clusters# running#"
                + " queued# is_default is_current auto_suspend# auto_resume available provisioning"
                + " quiescing other created_on@ resumed_on@ updated_on@ owner comment"
                + " resource_monitor scaling_policy owner_role_type");
    Visible.of(WarehouseDefinition.class, ACCOUNT, execution)
        .forEach(
            warehouse ->
                listing.add(
                    warehouse.name().name(),
                    warehouse.suspended() ? "SUSPENDED" : "STARTED",
                    "STANDARD",
                    warehouse.size(),
                    1,
                    1,
                    warehouse.suspended() ? 0 : 1,
                    0,
                    0,
                    "N",
                    warehouse.name().name().equals(execution.context().warehouse()) ? "Y" : "N",
                    warehouse.autoSuspendSeconds(),
                    Boolean.toString(warehouse.autoResume()),
                    warehouse.suspended() ? "" : "100",
                    "",
                    "",
                    "",
                    warehouse.header().createdOn(),
                    warehouse.header().createdOn(),
                    warehouse.header().createdOn(),
                    Listing.owner(warehouse),
                    warehouse.header().comment(),
                    "null",
                    "STANDARD",
                    Listing.ownerType(warehouse)));
    return listing;
  }

  private static Listing integrations(Execution execution) {
    Listing listing = Listing.of("name type category enabled comment created_on@");
    Visible.of(IntegrationDefinition.class, ACCOUNT, execution)
        .forEach(
            integration ->
                listing.add(
                    integration.name().name(),
                    integration.type(),
                    "SECURITY",
                    Boolean.toString(integration.enabled()),
                    integration.header().comment(),
                    integration.header().createdOn()));
    return listing;
  }

  private static Listing applications(Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name is_default is_current source_type source owner comment version label"
                + " patch# options retention_time upgrade_state type");
    Visible.of(ApplicationDefinition.class, ACCOUNT, execution)
        .forEach(
            application ->
                listing.add(
                    application.header().createdOn(),
                    application.name().name(),
                    "N",
                    application.name().name().equals(execution.context().database()) ? "Y" : "N",
                    "APPLICATION PACKAGE",
                    application.packageName(),
                    Listing.owner(application),
                    application.header().comment(),
                    application.version() == null ? "UNVERSIONED" : application.version(),
                    null,
                    application.patch(),
                    "",
                    "1",
                    "COMPLETE",
                    ""));
    return listing;
  }

  private static Listing packages(Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name is_default is_current distribution owner comment retention_time"
                + " options dropped_on application_class");
    Visible.of(ApplicationPackageDefinition.class, ACCOUNT, execution)
        .forEach(
            pack ->
                listing.add(
                    pack.header().createdOn(),
                    pack.name().name(),
                    "N",
                    pack.name().name().equals(execution.context().database()) ? "Y" : "N",
                    pack.distribution(),
                    Listing.owner(pack),
                    pack.header().comment(),
                    "1",
                    "",
                    null,
                    null));
    return listing;
  }

  private static Listing applicationRoles(Scope scope, Execution execution) {
    Listing listing = Listing.of("created_on@ name owner comment owner_role_type");
    Visible.of(ApplicationRoleDefinition.class, scope, execution)
        .forEach(
            role ->
                listing.add(
                    role.header().createdOn(),
                    role.name().name(),
                    Listing.owner(role),
                    role.header().comment(),
                    Listing.ownerType(role)));
    return listing;
  }

  private static Listing parameters(SessionParameters parameters) {
    Listing listing = Listing.of("key value default level description type");
    for (ParameterDefinition parameter : ParameterDefinition.values()) {
      listing.add(
          parameter.name(),
          parameters.value(parameter),
          parameter.defaultValue(),
          parameters.isSet(parameter) ? "SESSION" : "",
          "",
          parameter.type().name());
    }
    return listing;
  }

  private static Listing variables(Execution execution) {
    Listing listing = Listing.of("session_id# created_on@ updated_on@ name value type comment");
    for (Map.Entry<String, Value> variable :
        new TreeMap<>(execution.session().variables()).entrySet()) {
      Object content = variable.getValue().content();
      listing.add(
          execution.session().id(),
          null,
          null,
          variable.getKey(),
          content == null ? null : content.toString(),
          variable.getValue().type().wireName().toLowerCase(Locale.ROOT),
          "");
    }
    return listing;
  }
}
