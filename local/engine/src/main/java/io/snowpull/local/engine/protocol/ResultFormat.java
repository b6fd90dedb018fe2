package io.snowpull.local.engine.protocol;

import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.Session;
import java.util.Locale;

/**
 * How the rows of a result travel. Queries go to a Python client in Arrow, which its data frames
 * need; everything else is JSON, since Arrow in the JDBC driver needs {@code
 * --add-opens=java.base/java.nio=ALL-UNNAMED} in the client's JVM. A session may say otherwise.
 */
enum ResultFormat {
  JSON,
  ARROW;

  private static final String PYTHON = "PythonConnector";

  /** The format of a result for the client of a session. */
  static ResultFormat of(Session session, Result result) {
    if (result.type() != StatementType.SELECT) {
      return JSON;
    }
    ParameterDefinition parameter =
        session.client().equals(PYTHON)
            ? ParameterDefinition.PYTHON_CONNECTOR_QUERY_RESULT_FORMAT
            : session.client().contains("JDBC")
                ? ParameterDefinition.JDBC_QUERY_RESULT_FORMAT
                : ParameterDefinition.QUERY_RESULT_FORMAT;
    // Snowflake knows ARROW_FORCE too, for its own tests of drivers.
    return session.parameters().value(parameter).toUpperCase(Locale.ROOT).startsWith("ARROW")
        ? ARROW
        : JSON;
  }

  /** The name in the protocol and in the addresses of chunks. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
