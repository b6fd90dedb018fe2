package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.parser.grammar.SqlParser;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;

/**
 * Parses Snowflake SQL. Text that is not SQL ends in a {@link SnowflakeException} with code 001003,
 * whatever it is; nothing else is thrown. Safe for use by any number of threads.
 */
public final class SnowflakeParser {
  private SnowflakeParser() {}

  /** The statements of a text, split at semicolons; empty ones are left out. */
  public static List<Statement> parse(String text) {
    return new Parse(text)
        .run(
            SqlParser::script,
            (tree, builders) ->
                tree.statement().stream().map(builders.statements::statement).toList());
  }

  /** One statement; a text with none or several is an error. */
  public static Statement parseStatement(String text) {
    List<Statement> statements = parse(text);
    if (statements.size() == 1) {
      return statements.get(0);
    }
    throw statements.isEmpty()
        ? SnowflakeException.compilationError("Empty SQL statement.")
        : SnowflakeException.compilationError(
            "Expected one statement, got " + statements.size() + ".");
  }

  /** A value expression. */
  public static Expression parseExpression(String text) {
    return new Parse(text)
        .run(
            SqlParser::singleExpression,
            (tree, builders) -> builders.expressions.visit(tree.expression()));
  }

  /** A place in a stage, {@code @stage/path}, or another location if the text begins otherwise. */
  public static StageLocation parseStageLocation(String text) {
    return StagePaths.parse(text);
  }

  /** The name of an object, as the text of IDENTIFIER(..) holds it. */
  public static ObjectName parseObjectName(String text) {
    return new Parse(text)
        .run(
            SqlParser::singleName,
            (tree, builders) -> builders.names.objectName(tree.objectName()));
  }

  /** A data type. */
  public static TypeName parseType(String text) {
    return new Parse(text)
        .run(SqlParser::singleType, (tree, builders) -> Names.type(tree.typeName()));
  }

  /** The body of a LANGUAGE SQL procedure: a block, or one scripting statement alone. */
  public static Script.Block parseBlock(String text) {
    return new Parse(text)
        .run(SqlParser::singleBlock, (tree, builders) -> builders.scripts.body(tree));
  }
}
