package io.snowpull.local.engine.scripting;

import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name of a block stands for. */
sealed interface Slot {
  /**
   * @param type null for a variable without declared type, which takes the type of each value
   */
  record Variable(@Nullable SnowflakeType type, Value value) implements Slot {}

  /** The current row of a FOR loop; its columns are read as {@code row.column}. */
  record Row(List<Column> columns, List<@Nullable Object> cells) implements Slot {}

  /**
   * @param result null until something was assigned
   */
  record ResultSet(@Nullable Result result) implements Slot {}

  record ExceptionType(int number, String message) implements Slot {}

  record Procedure(Script.Declaration.Procedure declaration) implements Slot {}

  /** A cursor, which has a place in its rows while it is open. */
  final class Cursor implements Slot {
    private final @Nullable Query query;
    private final @Nullable Result given;
    private @Nullable Result result;
    private @Nullable Iterator<List<@Nullable Object>> rows;

    /** Exactly one of the two is not null: what to run at OPEN, or the rows of a RESULTSET. */
    Cursor(@Nullable Query query, @Nullable Result given) {
      this.query = query;
      this.given = given;
    }

    @Nullable Query query() {
      return query;
    }

    @Nullable Result given() {
      return given;
    }

    void open(Result opened) {
      result = opened;
      rows = opened.rows().iterator();
    }

    void close() {
      result = null;
      rows = null;
    }

    /** Null while it is closed. */
    @Nullable Result result() {
      return result;
    }

    /** Null while it is closed. */
    @Nullable Iterator<List<@Nullable Object>> rows() {
      return rows;
    }
  }
}
