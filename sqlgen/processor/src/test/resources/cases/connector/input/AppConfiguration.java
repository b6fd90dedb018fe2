package sample;

import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

/** The connector's configuration, a row for each part. */
@StateTable
record AppConfiguration(@Column(notNull = true) String key, Variant value) {}
