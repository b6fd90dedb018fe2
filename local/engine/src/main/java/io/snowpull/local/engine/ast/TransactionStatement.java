package io.snowpull.local.engine.ast;

import org.jspecify.annotations.Nullable;

/** Transaction control. */
public sealed interface TransactionStatement extends Statement {
  /** BEGIN [WORK|TRANSACTION], START TRANSACTION. */
  record Begin(@Nullable Identifier name, String text) implements TransactionStatement {}

  record Commit(String text) implements TransactionStatement {}

  record Rollback(String text) implements TransactionStatement {}
}
