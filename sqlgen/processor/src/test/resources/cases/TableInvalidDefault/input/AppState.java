package sample;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.annotations.*;

/** State. */
@StateTable
record AppState(
    @Column(defaultTo = ColumnDefault.SYSDATE) String key,
    @Column(defaultTo = ColumnDefault.LITERAL, literal = "many") long count) {}
