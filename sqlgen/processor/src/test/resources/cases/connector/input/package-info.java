@ConnectorApplication(
    name = "GITHUB_CONNECTOR",
    version = "V0_1",
    label = "GitHub's issues",
    comment = "Pulls issues",
    jar = "/lib/connector.jar",
    logLevel = LogLevel.INFO,
    roles = {
      @ApplicationRole(name = "APP_VIEWER", comment = "Sees state"),
      @ApplicationRole(name = "APP_USER", comment = "Enables repositories", inherits = "APP_VIEWER")
    },
    schemas = {
      @Schema(
          name = "PUBLIC",
          versioned = true,
          comment = "What consumers call",
          usableBy = {"APP_VIEWER", "APP_USER"}),
      @Schema(name = "CORE", versioned = true, comment = "Procedures"),
      @Schema(name = "STATE", comment = "Configuration and state"),
      @Schema(name = "TASKS", comment = "Tasks of repositories", usableBy = "APP_USER")
    },
    privileges = {
      @Privilege(value = AccountPrivilege.EXECUTE_TASK, reason = "Runs the ingestion"),
      @Privilege(value = AccountPrivilege.CREATE_DATABASE, reason = "Creates the destination")
    },
    references =
        @Reference(
            name = "WAREHOUSE_REFERENCE",
            label = "Warehouse",
            description = "Runs the ingestion tasks",
            objectType = ObjectType.WAREHOUSE,
            privileges = ObjectPrivilege.USAGE),
    referencesBoundBy = "APP_USER",
    streamlits =
        @Streamlit(
            schema = "PUBLIC",
            name = "GITHUB_APP",
            from = "/streamlit",
            mainFile = "/streamlit_app.py",
            comment = "Configuration and state",
            grantedTo = {"APP_USER"}),
    externalAccess =
        @ExternalAccess(
            name = "GITHUB",
            label = "GitHub",
            description = "Reads issues of repositories",
            hosts = "api.github.com:443",
            integration = "GITHUB_INTEGRATION",
            networkRule = "GH_RULE",
            secrets =
                @Secret(
                    alias = "token",
                    name = "GITHUB_TOKEN",
                    description = "A token that can read issues")))
package sample;

import io.snowpull.annotations.*;
