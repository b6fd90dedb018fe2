@ConnectorApplication(
    name = "DEMO",
    version = "V1",
    jar = "/lib/demo.jar",
    roles = {@ApplicationRole(name = "APP_USER", comment = "Works with the connector")},
    schemas = {
      @Schema(name = "PUBLIC", versioned = true, comment = "Called", usableBy = "APP_USER"),
      @Schema(name = "CORE", versioned = true, comment = "Code"),
      @Schema(name = "STATE", comment = "Tables")
    })
package sample;

import io.snowpull.annotations.*;
