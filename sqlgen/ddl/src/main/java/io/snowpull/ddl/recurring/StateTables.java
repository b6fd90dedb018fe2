package io.snowpull.ddl.recurring;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The tables in which the runtime keeps its state, as a connector declares them.
 *
 * <p>The build holds these names against the connector's declared tables.
 */
final class StateTables {
  static final String SCHEMA = "STATE";

  static final Table<Record> APP_CONFIGURATION = table("APP_CONFIGURATION");
  static final Table<Record> RESOURCE_CONFIGURATION = table("RESOURCE_CONFIGURATION");
  static final Table<Record> APP_STATE = table("APP_STATE");
  static final Table<Record> INGESTION_CURSOR = table("INGESTION_CURSOR");
  static final Table<Record> INGESTION_CLAIM = table("INGESTION_CLAIM");
  static final Table<Record> INGESTION_RUN = table("INGESTION_RUN");
  static final Table<Record> PARKED_RECORD = table("PARKED_RECORD");
  static final Table<Record> RECONCILIATION_CURSOR = table("RECONCILIATION_CURSOR");

  static final Field<String> KEY = DSL.field(DSL.name("KEY"), SQLDataType.VARCHAR);
  static final Field<JSON> VALUE = DSL.field(DSL.name("VALUE"), SQLDataType.JSON);
  static final Field<BigDecimal> SOURCE_ID = DSL.field(DSL.name("SOURCE_ID"), SQLDataType.NUMERIC);
  static final Field<String> RUN_ID = DSL.field(DSL.name("RUN_ID"), SQLDataType.VARCHAR);
  static final Field<BigDecimal> RECORD_ID = DSL.field(DSL.name("RECORD_ID"), SQLDataType.NUMERIC);
  static final Field<String> CONTENT_HASH =
      DSL.field(DSL.name("CONTENT_HASH"), SQLDataType.VARCHAR);
  static final Field<Timestamp> CHANGED_AT =
      DSL.field(DSL.name("CHANGED_AT"), SQLDataType.TIMESTAMP);
  static final Field<String> REASON = DSL.field(DSL.name("REASON"), SQLDataType.VARCHAR);
  static final Field<String> PAYLOAD = DSL.field(DSL.name("PAYLOAD"), SQLDataType.VARCHAR);
  static final Field<Timestamp> TIMESTAMP = DSL.field(DSL.name("TIMESTAMP"), SQLDataType.TIMESTAMP);
  static final Field<BigDecimal> SEQUENCE = DSL.field(DSL.name("SEQUENCE"), SQLDataType.NUMERIC);

  static final List<Table<Record>> ALL =
      List.of(
          APP_CONFIGURATION,
          RESOURCE_CONFIGURATION,
          APP_STATE,
          INGESTION_CURSOR,
          INGESTION_CLAIM,
          INGESTION_RUN,
          PARKED_RECORD,
          RECONCILIATION_CURSOR);

  private StateTables() {}

  private static Table<Record> table(String name) {
    return DSL.table(DSL.name(SCHEMA, name));
  }
}
