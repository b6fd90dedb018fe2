package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.CreateMode;
import io.snowpull.local.engine.parser.grammar.SqlParser.IfNotExistsContext;
import org.jspecify.annotations.Nullable;

/** What the words before the kind of a new object say, and the statement's text. */
record Creation(boolean orReplace, boolean orAlter, String text) {
  CreateMode mode(@Nullable IfNotExistsContext ifNotExists) {
    return new CreateMode(orReplace, orAlter, ifNotExists != null);
  }
}
