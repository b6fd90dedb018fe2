package io.snowpull.ddl.recurring;

import static io.snowpull.ddl.recurring.StateTables.APP_STATE;
import static io.snowpull.ddl.recurring.StateTables.KEY;
import static io.snowpull.ddl.recurring.StateTables.SEQUENCE;
import static io.snowpull.ddl.recurring.StateTables.TIMESTAMP;
import static io.snowpull.ddl.recurring.StateTables.VALUE;

import io.snowpull.ddl.Variants;
import java.sql.Timestamp;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements on what the tables that only ever grow remember. */
final class History {
  private History() {}

  /** The newest states that say RUNNING and are so many minutes old. */
  static Query leftRuns() {
    Table<?> newest =
        DSL.select(KEY, TIMESTAMP, VALUE)
            .from(APP_STATE)
            .qualify(
                DSL.rowNumber()
                    .over(DSL.partitionBy(KEY).orderBy(SEQUENCE.desc()))
                    .eq(DSL.inline(1)))
            .asTable(DSL.name("newest"));
    return DSL.select(Statements.in(newest, KEY), Statements.in(newest, VALUE))
        .from(newest)
        .where(
            Variants.cast(
                    Variants.get(Statements.in(newest, VALUE), "state"),
                    SQLDataType.VARCHAR,
                    "VARCHAR")
                .eq(DSL.inline("RUNNING")))
        .and(Statements.in(newest, TIMESTAMP).lt(ago("MINUTE")));
  }

  static Query conditions() {
    return DSL.select(
            DSL.field(DSL.name("CONDITION")),
            DSL.field(DSL.name("RESOURCE")),
            DSL.field(DSL.name("SINCE")),
            DSL.field(DSL.name("DETAIL")),
            DSL.field(DSL.name("WAY_OUT")))
        .from(DSL.table(DSL.name("MONITORING", "CONDITIONS")));
  }

  /**
   * Deletes rows that are so many days old, but for the last of each group.
   *
   * @param order grows with every row of the table
   */
  static Query purge(Table<Record> table, Field<?> group, Field<?> order) {
    return DSL.query(
        "DELETE FROM {0} WHERE {1} < {2} AND {4} NOT IN (SELECT MAX({4}) FROM {0} GROUP BY {3})",
        table, TIMESTAMP, ago("DAY"), group, order);
  }

  static Query purgeParked() {
    return DSL.deleteFrom(StateTables.PARKED_RECORD).where(TIMESTAMP.lt(ago("DAY")));
  }

  private static Field<Timestamp> ago(String unit) {
    return DSL.field(
        "DATEADD({0}, -{1}, SYSDATE())",
        SQLDataType.TIMESTAMP, DSL.inline(unit), Statements.number());
  }
}
