package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.result.Result;
import org.jspecify.annotations.Nullable;

/** Where the block goes on after a statement. */
sealed interface Flow {
  Flow NEXT = new Next();

  record Next() implements Flow {}

  record Return(Result result) implements Flow {}

  /** Leaves the loop of that label; the innermost if null. */
  record Break(@Nullable Identifier label) implements Flow {
    boolean leaves(@Nullable Identifier loop) {
      return label == null || label.equals(loop);
    }
  }

  /** Starts the next round of the loop of that label; the innermost if null. */
  record Continue(@Nullable Identifier label) implements Flow {
    boolean repeats(@Nullable Identifier loop) {
      return label == null || label.equals(loop);
    }
  }
}
