package io.snowpull.github.property;

import io.snowpull.ddl.recurring.RecurringStatement;
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
  private final RecurringStatement tampered;
  private final Tampering tampering;

  /** What happens instead of a statement. */
  interface Tampering {
    List<SqlRow> run(Sql sql, String statement, @Nullable Object[] binds);
  }

  private FilteredSql(Sql sql, RecurringStatement tampered, Tampering tampering) {
    this.sql = sql;
    this.tampered = tampered;
    this.tampering = tampering;
  }

  /** Tampers with one of the statements. */
  static Sql of(Sql sql, RecurringStatement tampered, Tampering tampering) {
    return new FilteredSql(sql, tampered, tampering);
  }

  /** Does not run one of the statements, and answers as if it had. */
  static Sql without(Sql sql, RecurringStatement tampered, SqlRow... answer) {
    return of(sql, tampered, (to, statement, binds) -> List.of(answer));
  }

  /** Changes the text of one bind of one of the statements. */
  static Sql binding(
      Sql sql, RecurringStatement tampered, int index, UnaryOperator<String> change) {
    return of(
        sql,
        tampered,
        (to, statement, binds) -> {
          List<@Nullable Object> changed = new ArrayList<>(Arrays.asList(binds));
          changed.set(index, change.apply(String.valueOf(binds[index])));
          return to.run(statement, changed.toArray());
        });
  }

  @Override
  public List<SqlRow> run(String statement, @Nullable Object... binds) {
    return AccountModel.isOf(tampered, statement)
        ? tampering.run(sql, statement, binds)
        : sql.run(statement, binds);
  }
}
