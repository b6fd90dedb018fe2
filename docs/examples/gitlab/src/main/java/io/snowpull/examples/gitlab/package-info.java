// docs:begin application
/** Pulls the issues of GitLab projects into tables, a table for each project. */
@ConnectorApplication(
    name = "GITLAB_CONNECTOR",
    version = "V1",
    jar = "/lib/gitlab-connector.jar",
    libraryTables = "io.snowpull.runtime.tables",
    privileges = {
      @Privilege(value = EXECUTE_TASK, reason = "Runs the tasks that bring in issues"),
      @Privilege(value = CREATE_DATABASE, reason = "Creates the database for the issues")
    },
    references =
        @Reference(
            name = StandardRoles.WAREHOUSE_REFERENCE,
            label = "Warehouse for ingestion",
            description = "Runs the tasks that bring in issues",
            objectType = ObjectType.WAREHOUSE,
            privileges = ObjectPrivilege.USAGE),
    referencesBoundBy = "APP_USER",
    externalAccess =
        @ExternalAccess(
            name = "GITLAB",
            label = "GitLab",
            description = "Issues of the enabled projects",
            hosts = "gitlab.com:443",
            integration = "GITLAB_INTEGRATION",
            networkRule = "GITLAB_RULE",
            secrets =
                @Secret(alias = "token", name = "GITLAB_TOKEN", description = "Scope read_api")))
// docs:end application
@NullMarked
package io.snowpull.examples.gitlab;

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
