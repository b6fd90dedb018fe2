@ConnectorApplication(
    name = "DEMO",
    version = "V1",
    jar = "/lib/demo.jar",
    roles = {@ApplicationRole(name = "APP_USER", comment = "Works with the connector")},
    schemas = {
      @Schema(name = "PUBLIC", versioned = true, comment = "Called", usableBy = "APP_USER"),
      @Schema(name = "CORE", versioned = true, comment = "Code"),
      @Schema(name = "STATE", comment = "Tables"),
      @Schema(name = "TASKS", comment = "Tasks")
    },
    manifestVersion = 2,
    privileges = @Privilege(value = AccountPrivilege.CREATE_EXTERNAL_ACCESS_INTEGRATION, reason = "Reaches the service"),
    references = {
      @Reference(
            name = "API_EAI",
            label = "Thing",
            description = "Runs things",
            objectType = ObjectType.EXTERNAL_ACCESS_INTEGRATION,
            privileges = ObjectPrivilege.USAGE),
      @Reference(
            name = "API_SECRET",
            label = "Thing",
            description = "Runs things",
            objectType = ObjectType.SECRET,
            privileges = ObjectPrivilege.READ)
    },
    externalAccess = @ExternalAccess(
            name = "API",
            label = "The service",
            description = "Reads things",
            hosts = "api.example.com:443",
            integration = "API_INTEGRATION",
            networkRule = "API_RULE",
            reference = "API_EAI",
            secrets = @Secret(alias = "token", name = "API_TOKEN", description = "A token", reference = "API_SECRET")),
    referencesBoundBy = "APP_USER")
package sample;

import io.snowpull.annotations.*;
