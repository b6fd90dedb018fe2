package io.snowpull.runtime.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.StateTable;

/** Resources that were enabled, with the names of their objects. */
@StateTable(comment = "Resources that were enabled, with the names of their objects")
record ResourceConfiguration(@Column(notNull = true) String key, Variant value) {}
