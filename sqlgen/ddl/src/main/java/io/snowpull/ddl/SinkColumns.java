package io.snowpull.ddl;

import java.math.BigDecimal;
import java.sql.Timestamp;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of the table that holds the rows of one resource. Times are in UTC. */
public final class SinkColumns {
  public static final Field<BigDecimal> ID = DSL.field(DSL.name("ID"), SQLDataType.NUMERIC);

  /** The record as the source sent it. */
  public static final Field<JSON> RAW = DSL.field(DSL.name("RAW"), SQLDataType.JSON);

  /** When the source changed the version that is held. */
  public static final Field<Timestamp> UPDATED_AT =
      DSL.field(DSL.name("UPDATED_AT"), SQLDataType.TIMESTAMP);

  /** Tells two versions of the same time apart. */
  public static final Field<String> CONTENT_HASH =
      DSL.field(DSL.name("CONTENT_HASH"), SQLDataType.VARCHAR);

  public static final Field<Timestamp> INGESTED_AT =
      DSL.field(DSL.name("INGESTED_AT"), SQLDataType.TIMESTAMP);

  /** When the row was found to be gone at the source; empty while it is there. */
  public static final Field<Timestamp> DELETED_AT =
      DSL.field(DSL.name("DELETED_AT"), SQLDataType.TIMESTAMP);

  /** What became of a row that is gone. */
  public static final Field<String> DELETED_REASON =
      DSL.field(DSL.name("DELETED_REASON"), SQLDataType.VARCHAR);

  private SinkColumns() {}
}
