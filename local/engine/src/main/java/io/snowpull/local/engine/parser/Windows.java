package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FrameBound;
import io.snowpull.local.engine.ast.Expression.FrameBoundKind;
import io.snowpull.local.engine.ast.Expression.FrameUnit;
import io.snowpull.local.engine.parser.grammar.SqlParser.FrameBoundContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.FrameContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.WindowContext;

/** Builds OVER (..). */
final class Windows {
  private static final FrameBound CURRENT_ROW = new FrameBound(FrameBoundKind.CURRENT_ROW, null);

  private final Builders builders;

  Windows(Builders builders) {
    this.builders = builders;
  }

  Expression.Window window(WindowContext window) {
    return new Expression.Window(
        builders.expressions.all(window.expressions()),
        builders.queries.orderBy(window.orderBy()),
        window.frame() == null ? null : frame(window.frame()));
  }

  private Expression.Frame frame(FrameContext frame) {
    FrameUnit unit = frame.ROWS() != null ? FrameUnit.ROWS : FrameUnit.RANGE;
    FrameBound start = bound(frame.frameBound(0));
    return new Expression.Frame(
        unit, start, frame.BETWEEN() != null ? bound(frame.frameBound(1)) : CURRENT_ROW);
  }

  private FrameBound bound(FrameBoundContext bound) {
    boolean preceding = bound.PRECEDING() != null;
    if (bound.UNBOUNDED() != null) {
      return new FrameBound(
          preceding ? FrameBoundKind.UNBOUNDED_PRECEDING : FrameBoundKind.UNBOUNDED_FOLLOWING,
          null);
    }
    if (bound.CURRENT() != null) {
      return CURRENT_ROW;
    }
    return new FrameBound(
        preceding ? FrameBoundKind.PRECEDING : FrameBoundKind.FOLLOWING,
        builders.expressions.visit(bound.valueExpression()));
  }
}
