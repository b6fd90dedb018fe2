/** The GitHub connector: pulls the issues of repositories into tables, a table for each. */
@ConnectorApplication(
    name = "GITHUB_CONNECTOR",
    version = "V0_1",
    label = "0.1",
    comment = "Issues and pull requests of GitHub repositories",
    jar = "/lib/snowpull-github.jar",
    libraryTables = "io.snowpull.runtime.tables",
    logLevel = LogLevel.INFO,
    roles = {
      @ApplicationRole(
          name = Roles.APP_ADMIN,
          comment = "Runs the connector and sees everything",
          inherits = Roles.APP_USER),
      @ApplicationRole(
          name = Roles.APP_USER,
          comment = "Configures the connector, enables repositories and reads their issues",
          inherits = {Roles.APP_VIEWER, Roles.DATA_READER}),
      @ApplicationRole(
          name = Roles.APP_VIEWER,
          comment = "Sees how the connector stands, but not the issues"),
      @ApplicationRole(name = Roles.DATA_READER, comment = "Reads the issues")
    },
    schemas = {
      @Schema(
          name = "PUBLIC",
          versioned = true,
          comment = "What consumers call and open",
          usableBy = {Roles.APP_USER, Roles.APP_VIEWER}),
      @Schema(name = "CORE", versioned = true, comment = "The connector's own procedures"),
      @Schema(name = "STATE", comment = "Configuration and state", usableBy = Roles.DATA_READER),
      @Schema(
          name = "MONITORING",
          comment = "Views of how the connector stands",
          usableBy = Roles.APP_VIEWER),
      @Schema(name = "TASKS", comment = "One task for each repository", usableBy = Roles.APP_USER)
    },
    privileges = {
      @Privilege(
          value = AccountPrivilege.EXECUTE_TASK,
          reason = "Runs the tasks that bring in new and changed issues"),
      @Privilege(
          value = AccountPrivilege.CREATE_DATABASE,
          reason = "Creates the database for the tables with issues")
    },
    references =
        @Reference(
            name = Roles.WAREHOUSE_REFERENCE,
            label = "Warehouse for ingestion",
            description = "Runs the tasks that bring in issues; the smallest size is enough",
            objectType = ObjectType.WAREHOUSE,
            privileges = ObjectPrivilege.USAGE),
    referencesBoundBy = Roles.APP_USER,
    // One page for each role: it runs with the application's rights, so the grant decides who acts.
    streamlits = {
      @Streamlit(
          schema = "PUBLIC",
          name = "GITHUB_APP",
          from = "/streamlit",
          mainFile = "/streamlit_app.py",
          title = "GitHub connector",
          grantedTo = Roles.APP_USER),
      @Streamlit(
          schema = "PUBLIC",
          name = "GITHUB_ADMIN",
          from = "/streamlit",
          mainFile = "/admin_app.py",
          title = "GitHub connector: administration",
          grantedTo = Roles.APP_ADMIN),
      @Streamlit(
          schema = "PUBLIC",
          name = "GITHUB_VIEWER",
          from = "/streamlit",
          mainFile = "/viewer_app.py",
          title = "GitHub connector: monitoring",
          grantedTo = Roles.APP_VIEWER)
    },
    externalAccess =
        @ExternalAccess(
            name = "GITHUB",
            label = "GitHub",
            description = "Issues and pull requests of the enabled repositories",
            hosts = "api.github.com:443",
            integration = "GITHUB_INTEGRATION",
            networkRule = "GH_RULE",
            secrets =
                @Secret(
                    alias = "token",
                    name = "GITHUB_TOKEN",
                    description = "A token with permission Issues: read for the repositories")))
@NullMarked
package io.snowpull.github;

import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ApplicationRole;
import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.annotations.ExternalAccess;
import io.snowpull.annotations.LogLevel;
import io.snowpull.annotations.ObjectPrivilege;
import io.snowpull.annotations.ObjectType;
import io.snowpull.annotations.Privilege;
import io.snowpull.annotations.Reference;
import io.snowpull.annotations.Schema;
import io.snowpull.annotations.Secret;
import io.snowpull.annotations.Streamlit;
import org.jspecify.annotations.NullMarked;
