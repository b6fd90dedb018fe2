/** Pulls the items of collections into tables, a table for each collection. */
@ConnectorApplication(
    name = "SAMPLE_CONNECTOR",
    version = "V1",
    jar = "/lib/connector.jar",
    libraryTables = "io.snowpull.runtime.tables",
    privileges = {
      @Privilege(value = EXECUTE_TASK, reason = "Runs the tasks that bring in items"),
      @Privilege(value = CREATE_DATABASE, reason = "Creates the database for the items")
    },
    references =
        @Reference(
            name = StandardRoles.WAREHOUSE_REFERENCE,
            label = "Warehouse for ingestion",
            description = "Runs the tasks that bring in items",
            objectType = ObjectType.WAREHOUSE,
            privileges = ObjectPrivilege.USAGE),
    referencesBoundBy = "APP_USER",
    externalAccess =
        @ExternalAccess(
            name = "ITEMS",
            label = "Sample",
            description = "Items of the enabled collections",
            hosts = "api.example.com:443",
            integration = "SAMPLE_INTEGRATION",
            networkRule = "SAMPLE_RULE",
            secrets =
                @Secret(alias = "token", name = "SAMPLE_TOKEN", description = "May read collections")))
@NullMarked
package ${package};

import static io.snowpull.annotations.AccountPrivilege.CREATE_DATABASE;
import static io.snowpull.annotations.AccountPrivilege.EXECUTE_TASK;

import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.annotations.ExternalAccess;
import io.snowpull.annotations.ObjectPrivilege;
import io.snowpull.annotations.ObjectType;
import io.snowpull.annotations.Privilege;
import io.snowpull.annotations.Reference;
import io.snowpull.annotations.Secret;
import io.snowpull.runtime.connector.StandardRoles;
import org.jspecify.annotations.NullMarked;
