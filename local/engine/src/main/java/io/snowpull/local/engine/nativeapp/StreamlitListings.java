package io.snowpull.local.engine.nativeapp;

import static io.snowpull.local.engine.result.Rows.row;

import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.StreamlitDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.StatementType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SHOW STREAMLITS and DESCRIBE STREAMLIT. */
public final class StreamlitListings {

  /** Columns: https://docs.snowflake.com/en/sql-reference/sql/show-streamlits */
  public Result show(InspectionStatement.Show show, Execution execution) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (StreamlitDefinition streamlit :
        Listing.objects(StreamlitDefinition.class, show, execution)) {
      QualifiedName name = streamlit.name();
      if (isInScope(show.scope(), name, execution)) {
        rows.add(
            row(
                streamlit.header().createdOn().toString(),
                name.name(),
                name.database(),
                name.schema(),
                streamlit.title(),
                streamlit.header().comment(),
                streamlit.owner().displayName(),
                streamlit.queryWarehouse(),
                urlId(name),
                streamlit.owner().grantedTo()));
      }
    }
    return Listing.texts(
        rows,
        "created_on",
        "name",
        "database_name",
        "schema_name",
        "title",
        "comment",
        "owner",
        "query_warehouse",
        "url_id",
        "owner_role_type");
  }

  /**
   * The files' place is a file URL: the local account and who serves the page share a machine.
   *
   * <p>Columns: https://docs.snowflake.com/en/sql-reference/sql/desc-streamlit
   */
  public Result describe(InspectionStatement.Describe describe, Execution execution) {
    StreamlitDefinition streamlit =
        execution.names().find(StreamlitDefinition.class, ObjectKind.STREAMLIT, describe.name());
    List<@Nullable Object> row =
        row(
            streamlit.title(),
            streamlit.mainFile(),
            streamlit.queryWarehouse(),
            urlId(streamlit.name()),
            streamlit.name().name(),
            location(streamlit, execution.snapshot()),
            streamlit.header().comment());
    return Result.of(
        StatementType.DESCRIBE,
        Stream.of(
                "title",
                "main_file",
                "query_warehouse",
                "url_id",
                "name",
                "root_location",
                "comment")
            .map(Column::text)
            .toList(),
        List.of(row));
  }

  /** A path from the root of the version's files is relative to where they are kept. */
  private static String location(StreamlitDefinition streamlit, CatalogSnapshot snapshot) {
    String root = streamlit.rootLocation();
    return snapshot
        .application(streamlit.name().database())
        .map(ApplicationDefinition::directory)
        .map(directory -> Path.of(directory).resolve(root.replaceFirst("^/+", "")))
        .map(path -> path.toUri().toString())
        .orElse(root);
  }

  private static boolean isInScope(
      InspectionStatement.@Nullable Scope scope, QualifiedName name, Execution execution) {
    if (scope == null || "ACCOUNT".equals(scope.kind())) {
      return true;
    }
    List<String> parts = scope.name() == null ? List.of() : execution.names().parts(scope.name());
    if ("SCHEMA".equals(scope.kind())) {
      String database =
          parts.size() > 1 ? parts.get(0) : String.valueOf(execution.context().database());
      String schema =
          parts.isEmpty()
              ? String.valueOf(execution.context().schema())
              : parts.get(parts.size() - 1);
      return name.database().equals(database) && name.schema().equals(schema);
    }
    String database =
        parts.isEmpty() ? String.valueOf(execution.context().database()) : parts.get(0);
    return name.database().equals(database);
  }

  private static String urlId(QualifiedName name) {
    return Integer.toHexString(name.hashCode());
  }
}
