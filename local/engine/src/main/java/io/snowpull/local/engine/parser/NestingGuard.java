package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Refuses text so deeply nested that reading it, or walking its tree, would overflow the stack. */
final class NestingGuard {
  /**
   * Deeper than Snowpark's longest chains of DataFrame calls, and far from what a 512 KB stack
   * holds.
   */
  static final int MAX_DEPTH = 200;

  /** Operators in one expression: the tree leans to the left, one level for each. */
  static final int MAX_CHAIN = 1_000;

  private NestingGuard() {}

  static void check(List<Token> tokens) {
    int depth = 0;
    int prefixes = 0;
    int chain = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      depth += Math.max(-depth, change(token));
      prefixes = isPrefix(token) ? prefixes + 1 : 0;
      chain = endsChain(token) ? 0 : chain + (isOperator(token) ? 1 : 0);
      if (depth > MAX_DEPTH || prefixes > MAX_DEPTH || chain > MAX_CHAIN) {
        throw tooComplex(token);
      }
    }
  }

  static SnowflakeException tooComplex(Token token) {
    return new SnowflakeException(
        "001003",
        "42000",
        "SQL compilation error:\nsyntax error line %d at position %d: the statement is nested more than %d levels deep or has more than %d operators in one expression."
            .formatted(token.getLine(), token.getCharPositionInLine(), MAX_DEPTH, MAX_CHAIN));
  }

  private static int change(Token token) {
    return switch (token.getType()) {
      case SqlLexer.LPAREN, SqlLexer.LBRACKET, SqlLexer.LBRACE, SqlLexer.CASE -> 1;
      case SqlLexer.RPAREN, SqlLexer.RBRACKET, SqlLexer.RBRACE, SqlLexer.END -> -1;
      default -> 0;
    };
  }

  private static boolean isPrefix(Token token) {
    return switch (token.getType()) {
      case SqlLexer.MINUS, SqlLexer.PLUS, SqlLexer.NOT, SqlLexer.PRIOR, SqlLexer.EXPLAIN -> true;
      default -> false;
    };
  }

  private static boolean endsChain(Token token) {
    return token.getType() == SqlLexer.COMMA || token.getType() == SqlLexer.SEMICOLON;
  }

  private static boolean isOperator(Token token) {
    return switch (token.getType()) {
      case SqlLexer.AND,
          SqlLexer.OR,
          SqlLexer.PLUS,
          SqlLexer.MINUS,
          SqlLexer.CONCAT,
          SqlLexer.STAR,
          SqlLexer.SLASH,
          SqlLexer.PERCENT,
          SqlLexer.EQ,
          SqlLexer.NEQ,
          SqlLexer.LT,
          SqlLexer.LE,
          SqlLexer.GT,
          SqlLexer.GE,
          SqlLexer.IS,
          SqlLexer.UNION,
          SqlLexer.INTERSECT,
          SqlLexer.EXCEPT,
          SqlLexer.MINUS_KEYWORD,
          SqlLexer.JOIN,
          SqlLexer.ARROW,
          SqlLexer.CAST_OPERATOR ->
          true;
      default -> false;
    };
  }
}
