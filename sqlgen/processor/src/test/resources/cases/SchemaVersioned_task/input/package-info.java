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
    privileges = {@Privilege(value = AccountPrivilege.EXECUTE_TASK, reason = "Runs"), @Privilege(value = AccountPrivilege.EXECUTE_MANAGED_TASK, reason = "Runs")})
package sample;

import io.snowpull.annotations.*;
