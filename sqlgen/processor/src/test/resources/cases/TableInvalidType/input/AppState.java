package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

/** State. */
@StateTable
record AppState(@Column(precision = 39) long count, @Column(scale = 2) boolean done) {}
