package io.snowpull.runtime.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.StateTable;

/** Configuration of the connector, a row for each topic. */
@StateTable(comment = "Configuration of the connector, a row for each topic")
record AppConfiguration(@Column(notNull = true) String key, Variant value) {}
