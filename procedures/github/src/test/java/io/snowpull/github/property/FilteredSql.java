package io.snowpull.github.property;

import io.snowpull.runtime.sql.Sql;
import io.snowpull.runtime.sql.SqlRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A session some of whose statements are tampered with. */
final class FilteredSql implements Sql {
  private final Sql sql;
  private final String beginning;
  private final Tampering tampering;

  /** What happens instead of a statement. */
  interface Tampering {
    List<SqlRow> run(Sql sql, String statement, @Nullable Object[] binds);
  }

  private FilteredSql(Sql sql, String beginning, Tampering tampering) {
    this.sql = sql;
    this.beginning = beginning;
    this.tampering = tampering;
  }

  /** Tampers with the statements that begin so. */
  static Sql of(Sql sql, String beginning, Tampering tampering) {
    return new FilteredSql(sql, beginning, tampering);
  }

  /** Does not run the statements that begin so, and answers as if it had. */
  static Sql without(Sql sql, String beginning, SqlRow... answer) {
    return of(sql, beginning, (to, statement, binds) -> List.of(answer));
  }

  /** Changes the text of one bind of the statements that begin so. */
  static Sql binding(Sql sql, String beginning, int index, UnaryOperator<String> change) {
    return of(
        sql,
        beginning,
        (to, statement, binds) -> {
          List<@Nullable Object> changed = new ArrayList<>(Arrays.asList(binds));
          changed.set(index, change.apply(String.valueOf(binds[index])));
          return to.run(statement, changed.toArray());
        });
  }

  @Override
  public List<SqlRow> run(String statement, @Nullable Object... binds) {
    return statement.startsWith(beginning)
        ? tampering.run(sql, statement, binds)
        : sql.run(statement, binds);
  }
}
