package io.snowpull.ddl.recurring;

import static io.snowpull.ddl.recurring.StateTables.INGESTION_RUN;
import static io.snowpull.ddl.recurring.StateTables.RUN_ID;
import static io.snowpull.ddl.recurring.StateTables.SOURCE_ID;
import static io.snowpull.ddl.recurring.StateTables.VALUE;
import static io.snowpull.ddl.recurring.Statements.in;

import io.snowpull.ddl.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Appends to the log of runs, with the numbers of the report in columns of their own. */
final class InsertRun {
  /** What the columns are called; in the report the same in lower case. */
  private static final List<String> COUNTS =
      List.of(
          "INSERTED",
          "UPDATED",
          "UNCHANGED",
          "PARKED",
          "SKIPPED",
          "MARKED_DELETED",
          "REQUESTS",
          "UNCHANGED_ANSWERS",
          "BYTES");

  private final Table<?> given =
      DSL.select(
              Statements.number().as(SOURCE_ID),
              Statements.text().as(RUN_ID),
              Statements.json().as(VALUE))
          .asTable(DSL.name("given"));
  private final List<Field<?>> columns = new ArrayList<>();
  private final List<Field<?>> values = new ArrayList<>();

  private InsertRun() {}

  static Query query() {
    return new InsertRun().insert();
  }

  private Query insert() {
    Field<JSON> value = in(given, VALUE);
    Field<JSON> extras = Variants.get(Variants.get(value, "report"), "extras");
    add(SOURCE_ID, in(given, SOURCE_ID));
    add(RUN_ID, in(given, RUN_ID));
    add(VALUE, value);
    add(
        DSL.field(DSL.name("STATE")),
        Variants.cast(Variants.get(value, "state"), SQLDataType.VARCHAR, "VARCHAR"));
    add(
        DSL.field(DSL.name("KIND")),
        Variants.cast(Variants.get(value, "kind"), SQLDataType.VARCHAR, "VARCHAR"));
    for (String count : COUNTS) {
      add(
          DSL.field(DSL.name(count)),
          Variants.cast(
              Variants.get(extras, count.toLowerCase(Locale.ROOT)),
              SQLDataType.NUMERIC,
              "NUMBER(38, 0)"));
    }
    add(
        DSL.field(DSL.name("SECONDS")),
        Variants.cast(Variants.get(extras, "seconds"), SQLDataType.FLOAT, "FLOAT"));
    return DSL.insertInto(INGESTION_RUN, columns).select(DSL.select(values).from(given));
  }

  private void add(Field<?> column, Field<?> value) {
    columns.add(column);
    values.add(value);
  }
}
