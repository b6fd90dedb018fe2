package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.StageStatement;

/** Prepares PUT and GET; implemented by the stage commands. */
public interface FileTransfers {

  FileTransfer put(StageStatement.Put statement, Execution execution);

  FileTransfer get(StageStatement.Get statement, Execution execution);
}
