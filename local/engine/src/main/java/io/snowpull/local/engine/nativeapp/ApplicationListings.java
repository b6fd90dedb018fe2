package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.InspectionStatement.Show;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Directive;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.inspection.Listing;
import io.snowpull.local.engine.inspection.Scope;
import io.snowpull.local.engine.inspection.ShowSource;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW of what belongs to one application, or to one application package. */
public final class ApplicationListings {

  private final ManifestReader manifests = new ManifestReader();

  /** By the words after SHOW. */
  public Map<String, ShowSource> all() {
    return Map.of(
        "OBJECTS OWNED", ApplicationListings::owned,
        "PRIVILEGES", this::privileges,
        "REFERENCES", this::references,
        "RELEASE CHANNELS", ApplicationListings::channels,
        "RELEASE DIRECTIVES", ApplicationListings::directives,
        "TELEMETRY EVENT DEFINITIONS", this::events,
        "VERSIONS", ApplicationListings::versions);
  }

  /**
   * {@code SHOW OBJECTS OWNED BY APPLICATION}.
   *
   * <p>Columns: https://docs.snowflake.com/en/sql-reference/sql/show-objects-owned-by-application
   */
  private static Listing owned(Show show, Scope scope, Execution execution) {
    ApplicationDefinition application = application(show, scope, execution);
    Listing listing = Listing.of("created_on@ name type");
    ApplicationDrops.owned(application.name(), execution)
        .forEach(
            object ->
                listing.add(
                    object.header().createdOn(), object.name().name(), object.kind().words()));
    return listing;
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-privileges */
  private Listing privileges(Show show, Scope scope, Execution execution) {
    ApplicationDefinition application = application(show, scope, execution);
    Principal grantee = new Principal.Application(application.name().name());
    Listing listing = Listing.of("privilege description is_granted is_grantable");
    for (var privilege : manifests.read(application.manifest()).privileges()) {
      boolean granted =
          execution.snapshot().grants().stream()
              .anyMatch(
                  grant ->
                      grant.on() == null
                          && grant.privilege().equals(privilege.name())
                          && grant.to().equals(grantee));
      boolean grantable =
          execution.services().access().holdsOnAccount(execution.context(), privilege.name());
      listing.add(
          privilege.name(),
          privilege.description(),
          Boolean.toString(granted),
          Boolean.toString(grantable));
    }
    return listing;
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-references */
  private Listing references(Show show, Scope scope, Execution execution) {
    ApplicationDefinition application = application(show, scope, execution);
    Listing listing =
        Listing.of(
            "name label description privileges object_type multi-valued object_name schema_name"
                + " database_name alias");
    for (var definition : manifests.read(application.manifest()).references()) {
      List<ApplicationDefinition.Reference> bound =
          application.references().getOrDefault(definition.name(), List.of());
      if (bound.isEmpty()) {
        add(listing, definition, null, null);
      }
      bound.forEach(one -> add(listing, definition, one.object(), one.alias()));
    }
    return listing;
  }

  private static void add(
      Listing listing,
      Manifest.Reference definition,
      @Nullable ObjectKey object,
      @Nullable String alias) {
    List<String> parts = object == null ? List.of() : object.name().parts();
    listing.add(
        definition.name(),
        definition.label(),
        definition.description(),
        String.join(",", definition.privileges()),
        definition.objectType(),
        Boolean.toString(definition.multiValued()),
        parts.isEmpty() ? null : parts.get(parts.size() - 1),
        parts.size() == 3 ? parts.get(1) : null,
        parts.size() > 1 ? parts.get(0) : null,
        alias);
  }

  /**
   * The local account has no event table, so nothing is shared.
   *
   * <p>Columns: https://docs.snowflake.com/en/sql-reference/sql/show-telemetry-event-definitions
   */
  private Listing events(Show show, Scope scope, Execution execution) {
    Listing listing = Listing.of("name type sharing status");
    for (var event : manifests.read(application(show, scope, execution).manifest()).events()) {
      listing.add("SNOWFLAKE$" + event.type(), event.type(), event.sharing(), "DISABLED");
    }
    return listing;
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-versions */
  private static Listing versions(Show show, Scope scope, Execution execution) {
    Listing listing = Listing.of("version patch# label comment created_on state review_status");
    for (var version : applicationPackage(show, scope, execution).versions()) {
      listing.add(
          version.name(),
          version.patch(),
          version.label(),
          version.comment(),
          null,
          "READY",
          "NOT_REVIEWED");
    }
    return listing;
  }

  /**
   * Empty when the package has no release channels.
   *
   * <p>Columns: https://docs.snowflake.com/en/sql-reference/sql/show-release-channels
   */
  private static Listing channels(Show show, Scope scope, Execution execution) {
    Listing listing = Listing.of("name description created_on@ updated_on@ targets versions");
    ApplicationPackageDefinition each = applicationPackage(show, scope, execution);
    if (each.releaseChannels()) {
      each.channels()
          .forEach(
              (name, channel) ->
                  listing.add(
                      name,
                      "",
                      each.header().createdOn(),
                      each.header().createdOn(),
                      "{\"accounts\":[]}",
                      json(channel.versions())));
    }
    return listing;
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-release-directives */
  private static Listing directives(Show show, Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "name target_type target_name created_on version patch modified_on active_regions"
                + " pending_regions release_status deployed_on release_channel_name");
    ApplicationPackageDefinition each = applicationPackage(show, scope, execution);
    add(listing, each.directive(), null);
    each.channels().forEach((name, channel) -> add(listing, channel.directive(), name));
    return listing;
  }

  private static void add(
      Listing listing, @Nullable Directive directive, @Nullable String channel) {
    if (directive != null) {
      String patch = Integer.toString(directive.patch());
      listing.add(
          "DEFAULT",
          null,
          null,
          null,
          directive.version(),
          patch,
          null,
          "ALL",
          "",
          "DEPLOYED",
          null,
          channel);
    }
  }

  /** Version names have no character that JSON escapes. */
  private static String json(List<String> versions) {
    return versions.stream()
        .map(version -> '"' + version + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static ApplicationDefinition application(Show show, Scope scope, Execution execution) {
    return found(show, scope, "APPLICATION", name -> execution.snapshot().application(name));
  }

  private static ApplicationPackageDefinition applicationPackage(
      Show show, Scope scope, Execution execution) {
    return found(
        show,
        scope,
        "APPLICATION PACKAGE",
        name ->
            execution
                .snapshot()
                .all(ApplicationPackageDefinition.class)
                .filter(each -> each.name().name().equals(name))
                .findFirst());
  }

  private static <T> T found(
      Show show, Scope scope, String kind, Function<String, Optional<T>> find) {
    QualifiedName container = scope.container();
    return Optional.ofNullable(container)
        .filter(name -> show.scope() != null && kind.equals(show.scope().kind()))
        .flatMap(name -> find.apply(name.name()))
        .orElseThrow(
            () ->
                SnowflakeException.compilationError(
                    "SHOW " + show.what() + " needs IN " + kind + " and its name"));
  }
}
