package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files in stages. */
public sealed interface StageStatement extends Statement {
  /**
   * @param file the client's path as written after {@code file://}
   */
  record Put(String file, StageLocation target, Options options, String text)
      implements StageStatement {}

  record Get(StageLocation source, String file, Options options, String text)
      implements StageStatement {}

  /**
   * @param pattern a regular expression; null for every file
   */
  record ListFiles(StageLocation location, @Nullable String pattern, String text)
      implements StageStatement {}

  record RemoveFiles(StageLocation location, @Nullable String pattern, String text)
      implements StageStatement {}

  /**
   * {@code COPY INTO table FROM @stage | (SELECT .. FROM @stage)}: one of location and query is
   * null.
   */
  record CopyIntoTable(
      ObjectName table,
      List<Identifier> columns,
      @Nullable StageLocation location,
      @Nullable Query query,
      Options options,
      String text)
      implements StageStatement {}

  /** {@code COPY INTO @stage FROM table | (query)}: one of table and query is null. */
  record CopyIntoLocation(
      StageLocation location,
      @Nullable ObjectName table,
      @Nullable Query query,
      @Nullable Expression partitionBy,
      Options options,
      String text)
      implements StageStatement {}
}
