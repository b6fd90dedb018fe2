package io.snowpull.local.engine.duckdb.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Java function callable from DuckDB SQL.
 *
 * @param name the name in DuckDB; all begin with {@code sf_}, which no Snowflake function does
 * @param parameters the types of the fixed parameters
 * @param rest the type of any number of further arguments, null if there are none
 * @param result the type of the result
 * @param strict whether a NULL argument makes the result NULL without a call
 * @param fixed whether equal arguments give equal results, so that DuckDB may fold and share calls
 * @param body the function
 */
record JavaFunction(
    String name,
    List<Kind> parameters,
    @Nullable Kind rest,
    Kind result,
    boolean strict,
    boolean fixed,
    Body body) {

  /** The physical types that cross the border to Java. */
  enum Kind {
    TEXT,
    LONG,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    BYTES
  }

  /** What a function does with one row's arguments. */
  interface Body {
    @Nullable Object call(@Nullable Object[] arguments);
  }

  /** A function of fixed parameters that is NULL when one of them is. */
  static JavaFunction strict(String name, Kind result, List<Kind> parameters, Body body) {
    return new JavaFunction(name, parameters, null, result, true, true, body);
  }

  /** A function that sees NULL arguments as null. */
  static JavaFunction nullable(String name, Kind result, List<Kind> parameters, Body body) {
    return new JavaFunction(name, parameters, null, result, false, true, body);
  }

  /** A function of any number of texts, NULL ones included. */
  static JavaFunction texts(String name, Kind result, Body body) {
    return new JavaFunction(name, List.of(), Kind.TEXT, result, false, true, body);
  }
}
