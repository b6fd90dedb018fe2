package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;

/** The text being parsed: slices of it, positions in it, and the numbers of its bind markers. */
final class Source {
  private final List<Integer> markers;
  private int firstMarker;

  Source(CommonTokenStream tokens) {
    this.markers =
        tokens.getTokens().stream()
            .filter(t -> t.getType() == SqlLexer.QUESTION)
            .map(Token::getTokenIndex)
            .toList();
  }

  /** The node's text as written, comments inside included. */
  String text(ParserRuleContext node) {
    return text(node.getStart(), node.getStop());
  }

  String text(Token first, Token last) {
    if (last.getStopIndex() < first.getStartIndex()) {
      return "";
    }
    return first.getInputStream().getText(Interval.of(first.getStartIndex(), last.getStopIndex()));
  }

  static Position position(Token token) {
    return new Position(token.getLine(), token.getCharPositionInLine());
  }

  /** The number of a {@code ?}, from 1, in the text or in the query that has binds of its own. */
  int bindIndex(Token marker) {
    return markers.indexOf(marker.getTokenIndex()) + 1 - firstMarker;
  }

  /**
   * From here on markers count from 1 again; returns what to give {@link #countFrom} afterwards.
   */
  int restartBinds(Token start) {
    int before = firstMarker;
    firstMarker = (int) markers.stream().filter(m -> m < start.getTokenIndex()).count();
    return before;
  }

  void countFrom(int first) {
    firstMarker = first;
  }

  static SnowflakeException unexpected(Token token) {
    return SnowflakeException.syntax(
        token.getLine(), token.getCharPositionInLine(), token.getText());
  }
}
