package io.snowpull.ddl.recurring;

import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements on rows that were staged as a file, instead of bound. */
final class MergeStaged {
  /** Stands where the number of the source goes. */
  static final String SOURCE = "SOURCE_NUMBER";

  /** Stands where the number of the load goes. */
  static final String LOAD = "LOAD_NUMBER";

  private static final String OF_SOURCE = "@STATE.STAGED_ROWS/" + SOURCE + "/";

  /** The folder of one load. */
  static final String FOLDER = OF_SOURCE + LOAD + "/";

  private MergeStaged() {}

  /** The lines of the file, as the elements of a bound array would be. */
  static Table<?> lines() {
    Field<JSON> line = DSL.field("$1", SQLDataType.JSON);
    Field<Integer> number = DSL.field("METADATA$FILE_ROW_NUMBER", SQLDataType.INTEGER);
    return DSL.select(line.as(DSL.name("VALUE")), number.as(DSL.name("INDEX")))
        .from(DSL.table(FOLDER))
        .asTable(DSL.name("element"));
  }

  static Query remove() {
    return DSL.query("REMOVE {0}", DSL.raw(FOLDER));
  }

  static Query removeLeft() {
    return DSL.query("REMOVE {0}", DSL.raw(OF_SOURCE));
  }
}
