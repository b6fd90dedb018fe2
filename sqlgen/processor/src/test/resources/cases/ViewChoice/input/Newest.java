package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

/** Newest. */
@StateView(of = AppState.class, onePer = "KEY")
record Newest(String key) {}
