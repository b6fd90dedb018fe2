package io.snowpull.github.tables;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.Column;
import io.snowpull.annotations.StateTable;

/** Repositories that were enabled, with the names of their objects. */
@StateTable
record ResourceConfiguration(@Column(notNull = true) String key, Variant value) {}
