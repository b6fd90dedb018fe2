package io.snowpull.github.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.StateTable;

/** Configuration of the connector, a row for each topic. */
@StateTable
record AppConfiguration(@Column(notNull = true) String key, Variant value) {}
