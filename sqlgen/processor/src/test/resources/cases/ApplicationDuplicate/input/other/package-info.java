@ConnectorApplication(
    name = "OTHER",
    version = "V1",
    jar = "/lib/other.jar",
    roles = {},
    schemas = {})
package sample.other;

import io.snowpull.annotations.*;
