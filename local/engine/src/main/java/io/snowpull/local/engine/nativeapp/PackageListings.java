package io.snowpull.local.engine.nativeapp;

import static io.snowpull.local.engine.result.Rows.row;

import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW for application packages, their versions and channels, and installed applications. */
public final class PackageListings {

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-applications */
  public Result applications(InspectionStatement.Show show, Execution execution) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ApplicationDefinition application :
        Listing.objects(ApplicationDefinition.class, show, execution)) {
      rows.add(
          row(
              application.header().createdOn().toString(),
              application.name().name(),
              "APPLICATION PACKAGE",
              application.packageName(),
              application.owner().displayName(),
              application.header().comment(),
              application.version() == null ? "UNVERSIONED" : application.version(),
              Integer.toString(application.patch()),
              application.debugMode() ? "DEBUG_MODE" : ""));
    }
    return Listing.texts(
        rows,
        "created_on",
        "name",
        "source_type",
        "source",
        "owner",
        "comment",
        "version",
        "patch",
        "options");
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-application-packages */
  public Result packages(InspectionStatement.Show show, Execution execution) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ApplicationPackageDefinition each :
        Listing.objects(ApplicationPackageDefinition.class, show, execution)) {
      rows.add(
          row(
              each.header().createdOn().toString(),
              each.name().name(),
              each.distribution(),
              each.owner().displayName(),
              each.header().comment()));
    }
    return Listing.texts(rows, "created_on", "name", "distribution", "owner", "comment");
  }

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-versions */
  public Result versions(InspectionStatement.Show show, Execution execution) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (var version : applicationPackage(show, execution).versions()) {
      rows.add(
          row(
              version.name(),
              Integer.toString(version.patch()),
              version.label(),
              version.comment(),
              "READY",
              "NOT_REVIEWED"));
    }
    return Listing.texts(rows, "version", "patch", "label", "comment", "state", "review_status");
  }

  /**
   * Empty when the package has no release channels.
   *
   * <p>Columns: https://docs.snowflake.com/en/sql-reference/sql/show-release-channels
   */
  public Result channels(InspectionStatement.Show show, Execution execution) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ApplicationPackageDefinition each = applicationPackage(show, execution);
    if (each.releaseChannels()) {
      each.channels().forEach((name, channel) -> rows.add(row(name, "", json(channel.versions()))));
    }
    return Listing.texts(rows, "name", "description", "versions");
  }

  /** Version names have no character that JSON escapes. */
  private static String json(List<String> versions) {
    return versions.stream()
        .map(version -> '"' + version + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static ApplicationPackageDefinition applicationPackage(
      InspectionStatement.Show show, Execution execution) {
    return Listing.scope(
        ApplicationPackageDefinition.class, ObjectKind.APPLICATION_PACKAGE, show, execution);
  }
}
