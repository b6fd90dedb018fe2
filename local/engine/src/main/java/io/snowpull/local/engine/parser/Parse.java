package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.parser.grammar.SqlParser;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** One run over one text: lexer, limits, grammar, tree. */
final class Parse {
  private final CommonTokenStream tokens;

  Parse(String text) {
    SqlLexer lexer = new SqlLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    this.tokens = new CommonTokenStream(lexer);
  }

  /**
   * Predicts with the fast SLL first. The grammar is written so that it suffices for every legal
   * text; only text that SLL refuses is read again with full LL, whose error is reported.
   */
  <N extends ParserRuleContext, T> T run(
      Function<SqlParser, N> rule, BiFunction<N, Builders, T> build) {
    tokens.fill();
    NestingGuard.check(tokens.getTokens());
    try {
      return build(rule, build);
    } catch (StackOverflowError tooDeep) {
      // What the guard cannot count, such as IF in IF. The parser keeps nothing between runs but
      // its prediction cache.
      throw NestingGuard.tooComplex(tokens.get(0));
    }
  }

  private <N extends ParserRuleContext, T> T build(
      Function<SqlParser, N> rule, BiFunction<N, Builders, T> build) {
    N tree;
    try {
      tree = rule.apply(parser(PredictionMode.SLL));
    } catch (SnowflakeException refused) {
      tokens.seek(0);
      tree = rule.apply(parser(PredictionMode.LL));
    }
    return build.apply(tree, new Builders(new Source(tokens)));
  }

  /** Whether SLL alone reads the text; for the test that keeps the grammar so. */
  <N extends ParserRuleContext> N withoutFallback(Function<SqlParser, N> rule) {
    tokens.fill();
    return rule.apply(parser(PredictionMode.SLL));
  }

  private SqlParser parser(PredictionMode mode) {
    SqlParser parser = new SqlParser(tokens);
    parser.getInterpreter().setPredictionMode(mode);
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstErrorStrategy());
    return parser;
  }

  /** Reports the first unexpected token, and never tries to go on. */
  private static final class FirstErrorStrategy extends DefaultErrorStrategy {
    @Override
    public void reportError(Parser parser, RecognitionException error) {
      throw Source.unexpected(error.getOffendingToken());
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
      throw Source.unexpected(error.getOffendingToken());
    }

    @Override
    public Token recoverInline(Parser parser) {
      throw Source.unexpected(parser.getCurrentToken());
    }

    @Override
    public void sync(Parser parser) {
      // The default would skip tokens here.
    }
  }
}
