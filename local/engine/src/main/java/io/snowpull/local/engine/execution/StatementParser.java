package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Statement;
import java.util.List;

/** Turns the text of a request into statements. */
public interface StatementParser {

  /**
   * The statements in order; at least one.
   *
   * @throws io.snowpull.local.engine.result.SnowflakeException 001003 if the text does not parse
   */
  List<Statement> parse(String text);
}
