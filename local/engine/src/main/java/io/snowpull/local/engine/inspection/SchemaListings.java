package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.FileFormatDefinition;
import io.snowpull.local.engine.catalog.NetworkRuleDefinition;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.catalog.SecretDefinition;
import io.snowpull.local.engine.catalog.SequenceDefinition;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.catalog.StreamlitDefinition;
import io.snowpull.local.engine.catalog.TaskDefinition;
import io.snowpull.local.engine.execution.Execution;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SHOW for databases, schemas and what lives in them besides tables.
 *
 * <p>Source of the columns: the SHOW pages of https://docs.snowflake.com/en/sql-reference/
 */
final class SchemaListings {

  private SchemaListings() {}

  static Map<String, ShowSource> all() {
    return Map.ofEntries(
        Map.entry("DATABASES", (show, scope, e) -> databases(e)),
        Map.entry("SCHEMAS", (show, scope, e) -> schemas(scope, e)),
        Map.entry("SEQUENCES", (show, scope, e) -> sequences(scope, e)),
        Map.entry("STAGES", (show, scope, e) -> stages(scope, e)),
        Map.entry("FILE FORMATS", (show, scope, e) -> fileFormats(scope, e)),
        Map.entry("SECRETS", (show, scope, e) -> secrets(scope, e)),
        Map.entry("NETWORK RULES", (show, scope, e) -> networkRules(scope, e)),
        Map.entry("PROCEDURES", (show, scope, e) -> routines(ObjectKind.PROCEDURE, scope, e)),
        Map.entry("USER PROCEDURES", (show, scope, e) -> routines(ObjectKind.PROCEDURE, scope, e)),
        Map.entry("FUNCTIONS", (show, scope, e) -> routines(ObjectKind.FUNCTION, scope, e)),
        Map.entry("USER FUNCTIONS", (show, scope, e) -> routines(ObjectKind.FUNCTION, scope, e)),
        Map.entry("TASKS", (show, scope, e) -> tasks(scope, e)),
        Map.entry("STREAMLITS", (show, scope, e) -> streamlits(scope, e)));
  }

  private static Listing databases(Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name is_default is_current origin owner comment options retention_time"
                + " kind owner_role_type");
    Visible.of(DatabaseDefinition.class, new Scope(null), execution)
        .forEach(
            database ->
                listing.add(
                    database.header().createdOn(),
                    database.name().name(),
                    "N",
                    database.name().name().equals(execution.context().database()) ? "Y" : "N",
                    "",
                    Listing.owner(database),
                    database.header().comment(),
                    database.isTransient() ? "TRANSIENT" : "",
                    Integer.toString(database.retentionDays()),
                    database.origin().sql(),
                    Listing.ownerType(database)));
    return listing;
  }

  private static Listing schemas(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name is_default is_current database_name owner comment options"
                + " retention_time owner_role_type classification_profile_database"
                + " classification_profile_schema classification_profile");
    Visible.of(SchemaDefinition.class, scope, execution)
        .forEach(
            schema ->
                listing.add(
                    schema.header().createdOn(),
                    schema.name().schema(),
                    "N",
                    schema.name().database().equals(execution.context().database())
                            && schema.name().schema().equals(execution.context().schema())
                        ? "Y"
                        : "N",
                    schema.name().database(),
                    schema.name().schema().equals("INFORMATION_SCHEMA")
                        ? ""
                        : Listing.owner(schema),
                    schema.header().comment(),
                    schemaOptions(schema),
                    "1",
                    schema.name().schema().equals("INFORMATION_SCHEMA")
                        ? ""
                        : Listing.ownerType(schema),
                    null,
                    null,
                    null));
    return listing;
  }

  private static String schemaOptions(SchemaDefinition schema) {
    if (schema.versioned()) {
      return "VERSIONED";
    }
    String options = schema.isTransient() ? "TRANSIENT" : "";
    if (schema.managedAccess()) {
      return options.isEmpty() ? "MANAGED ACCESS" : options + ", MANAGED ACCESS";
    }
    return options;
  }

  private static Listing sequences(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "name database_name schema_name next_value# interval# created_on@ owner comment"
                + " owner_role_type ordered");
    Visible.of(SequenceDefinition.class, scope, execution)
        .forEach(
            sequence ->
                listing.add(
                    sequence.name().name(),
                    sequence.name().database(),
                    sequence.name().schema(),
                    sequence.start(),
                    sequence.increment(),
                    sequence.header().createdOn(),
                    Listing.owner(sequence),
                    sequence.header().comment(),
                    Listing.ownerType(sequence),
                    sequence.ordered() ? "Y" : "N"));
    return listing;
  }

  private static Listing stages(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name database_name schema_name url has_credentials has_encryption_key"
                + " owner comment region type cloud notification_channel storage_integration"
                + " endpoint owner_role_type directory_enabled");
    Visible.of(StageDefinition.class, scope, execution)
        .forEach(
            stage ->
                listing.add(
                    stage.header().createdOn(),
                    stage.name().name(),
                    stage.name().database(),
                    stage.name().schema(),
                    "",
                    "N",
                    "N",
                    Listing.owner(stage),
                    stage.header().comment(),
                    null,
                    stage.temporaryOf() == null ? "INTERNAL" : "INTERNAL TEMPORARY",
                    null,
                    null,
                    null,
                    null,
                    Listing.ownerType(stage),
                    stage.directoryTable() ? "Y" : "N"));
    return listing;
  }

  private static Listing fileFormats(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name database_name schema_name type owner comment format_options"
                + " owner_role_type");
    Visible.of(FileFormatDefinition.class, scope, execution)
        .forEach(
            format ->
                listing.add(
                    format.header().createdOn(),
                    format.name().name(),
                    format.name().database(),
                    format.name().schema(),
                    format.type(),
                    Listing.owner(format),
                    format.header().comment(),
                    JsonText.object(format.options()),
                    Listing.ownerType(format)));
    return listing;
  }

  private static Listing secrets(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name schema_name database_name owner comment secret_type oauth_scopes"
                + " owner_role_type");
    Visible.of(SecretDefinition.class, scope, execution)
        .forEach(
            secret ->
                listing.add(
                    secret.header().createdOn(),
                    secret.name().name(),
                    secret.name().schema(),
                    secret.name().database(),
                    Listing.owner(secret),
                    secret.header().comment(),
                    secret.type().name(),
                    null,
                    Listing.ownerType(secret)));
    return listing;
  }

  private static Listing networkRules(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name database_name schema_name owner comment type mode"
                + " entries_in_valuelist# owner_role_type");
    Visible.of(NetworkRuleDefinition.class, scope, execution)
        .forEach(
            rule ->
                listing.add(
                    rule.header().createdOn(),
                    rule.name().name(),
                    rule.name().database(),
                    rule.name().schema(),
                    Listing.owner(rule),
                    rule.header().comment(),
                    rule.type(),
                    rule.mode(),
                    rule.values().size(),
                    Listing.ownerType(rule)));
    return listing;
  }

  private static Listing routines(ObjectKind kind, Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name schema_name is_builtin is_aggregate is_ansi min_num_arguments#"
                + " max_num_arguments# arguments description catalog_name is_table_function"
                + " valid_for_clustering is_secure secrets external_access_integrations");
    Visible.of(RoutineDefinition.class, scope, execution)
        .filter(routine -> routine.kind() == kind)
        .forEach(
            routine ->
                listing.add(
                    routine.header().createdOn(),
                    routine.name().name(),
                    routine.name().schema(),
                    "N",
                    "N",
                    "N",
                    (int) routine.arguments().stream().filter(a -> a.defaultSql() == null).count(),
                    routine.arguments().size(),
                    arguments(routine),
                    routine.header().comment(),
                    routine.name().database(),
                    "N",
                    "N",
                    "N",
                    routine.secrets().isEmpty() ? null : JsonText.object(routine.secrets()),
                    routine.integrations().isEmpty()
                        ? null
                        : String.join(",", routine.integrations())));
    return listing;
  }

  private static String arguments(RoutineDefinition routine) {
    return routine.arguments().stream()
            .map(
                argument ->
                    argument.defaultSql() == null
                        ? argument.type().name()
                        : "DEFAULT " + argument.type().name())
            .collect(Collectors.joining(", ", routine.name().name() + "(", ")"))
        + " RETURN "
        + routine.returns().name();
  }

  private static Listing tasks(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name id database_name schema_name owner comment warehouse schedule"
                + " predecessors state definition condition allow_overlapping_execution"
                + " error_integration last_committed_on last_suspended_on owner_role_type config"
                + " budget task_relations last_suspended_reason");
    Visible.of(TaskDefinition.class, scope, execution)
        .forEach(
            task ->
                listing.add(
                    task.header().createdOn(),
                    task.name().name(),
                    task.name().toSql(),
                    task.name().database(),
                    task.name().schema(),
                    Listing.owner(task),
                    task.header().comment(),
                    task.warehouse(),
                    task.schedule(),
                    JsonText.array(
                        task.predecessors().stream()
                            .map(io.snowpull.local.engine.catalog.QualifiedName::toSql)
                            .toList()),
                    task.started() ? "started" : "suspended",
                    task.body(),
                    task.condition(),
                    "false",
                    null,
                    null,
                    null,
                    Listing.ownerType(task),
                    task.parameters().get("CONFIG"),
                    null,
                    null,
                    null));
    return listing;
  }

  private static Listing streamlits(Scope scope, Execution execution) {
    Listing listing =
        Listing.of(
            "created_on@ name database_name schema_name title owner comment query_warehouse url_id"
                + " owner_role_type");
    Visible.of(StreamlitDefinition.class, scope, execution)
        .forEach(
            streamlit ->
                listing.add(
                    streamlit.header().createdOn(),
                    streamlit.name().name(),
                    streamlit.name().database(),
                    streamlit.name().schema(),
                    streamlit.title(),
                    Listing.owner(streamlit),
                    streamlit.header().comment(),
                    streamlit.queryWarehouse(),
                    Integer.toHexString(streamlit.name().hashCode()),
                    Listing.ownerType(streamlit)));
    return listing;
  }
}
