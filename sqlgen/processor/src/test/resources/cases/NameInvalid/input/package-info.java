@ConnectorApplication(
    name = "DEMO",
    version = "V1",
    jar = "/lib/demo.jar",
    roles = @ApplicationRole(name = "app user", comment = "Works with the connector"),
    schemas = @Schema(name = "PUBLIC", versioned = true, comment = "Called"))
package sample;

import io.snowpull.annotations.*;
