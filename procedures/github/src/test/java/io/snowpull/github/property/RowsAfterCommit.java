package io.snowpull.github.property;

import io.snowpull.ddl.recurring.RecurringStatement;
import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session that merges a staged file only once the transaction around it is committed. */
final class RowsAfterCommit implements Sql {
  private final Sql sql;
  private @Nullable String statement;
  private @Nullable Object[] binds = {};

  RowsAfterCommit(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<SqlRow> run(String next, @Nullable Object... nextBinds) {
    if (AccountModel.isOf(RecurringStatement.MERGE_STAGED, next)) {
      statement = next;
      binds = nextBinds;
      return List.of(new SqlRow(List.of(0L, 0L)));
    }
    List<SqlRow> answer = sql.run(next, nextBinds);
    String postponed = statement;
    if (next.equals(RecurringStatement.COMMIT.text()) && postponed != null) {
      statement = null;
      sql.run(postponed, binds);
    }
    return answer;
  }
}
