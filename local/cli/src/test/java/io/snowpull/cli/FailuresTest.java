package io.snowpull.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void whatAProcedureSaidStandsAlone() {
    String message =
        "Uncaught exception of type 'STATEMENT_ERROR' on line 5 at position 2 : Java Stored"
            + " Procedure Error: io.snowpull.ProcedureFailedException: [NOT_FOUND] No such"
            + " repository: a/b.\n\tat io.snowpull.X.y(X.java:1)\nCaused by: java.lang.Exception";
    assertEquals(
        "[NOT_FOUND] No such repository: a/b.",
        Failures.explain(new SQLException(message, "P0000", 100357)));
  }

  @Test
  void otherStatementsKeepTheirCode() {
    assertEquals(
        "002003 (42S02): Object 'X' does not exist or not authorized.",
        Failures.explain(
            new SQLException("Object 'X' does not exist or not authorized.", "42S02", 2003)));
  }

  @Test
  void takenPortsComeWithTheWayOut() {
    assertEquals(
        "Address already in use. Choose another port with --port N (0 picks a free one).",
        Failures.explain(new BindException("Address already in use")));
  }
}
