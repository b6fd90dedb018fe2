package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

/** State. */
@StateTable(retiredColumns = "VALUE")
record AppState(String key, @Column(addedIn = "V2") String runId) {}
