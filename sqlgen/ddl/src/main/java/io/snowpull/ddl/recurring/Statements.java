package io.snowpull.ddl.recurring;

import static io.snowpull.ddl.recurring.StateTables.APP_CONFIGURATION;
import static io.snowpull.ddl.recurring.StateTables.APP_STATE;
import static io.snowpull.ddl.recurring.StateTables.CHANGED_AT;
import static io.snowpull.ddl.recurring.StateTables.CONTENT_HASH;
import static io.snowpull.ddl.recurring.StateTables.INGESTION_CLAIM;
import static io.snowpull.ddl.recurring.StateTables.INGESTION_CURSOR;
import static io.snowpull.ddl.recurring.StateTables.INGESTION_RUN;
import static io.snowpull.ddl.recurring.StateTables.KEY;
import static io.snowpull.ddl.recurring.StateTables.PARKED_RECORD;
import static io.snowpull.ddl.recurring.StateTables.PAYLOAD;
import static io.snowpull.ddl.recurring.StateTables.REASON;
import static io.snowpull.ddl.recurring.StateTables.RECONCILIATION_CURSOR;
import static io.snowpull.ddl.recurring.StateTables.RECORD_ID;
import static io.snowpull.ddl.recurring.StateTables.RESOURCE_CONFIGURATION;
import static io.snowpull.ddl.recurring.StateTables.RUN_ID;
import static io.snowpull.ddl.recurring.StateTables.SEQUENCE;
import static io.snowpull.ddl.recurring.StateTables.SOURCE_ID;
import static io.snowpull.ddl.recurring.StateTables.TIMESTAMP;
import static io.snowpull.ddl.recurring.StateTables.VALUE;

import io.snowpull.ddl.SinkColumns;
import io.snowpull.ddl.Variants;
import java.math.BigDecimal;
import java.sql.Timestamp;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The recurring statements in jOOQ's words. */
final class Statements {
  private Statements() {}

  static Query of(RecurringStatement statement) {
    return switch (statement) {
      case BEGIN, COMMIT, ROLLBACK -> DSL.query(statement.name());
      case SELECT_CONFIGURATION ->
          DSL.select(VALUE).from(APP_CONFIGURATION).where(KEY.eq(text())).limit(DSL.inline(1));
      case MERGE_CONFIGURATION -> mergeConfiguration();
      case DELETE_CONFIGURATION -> DSL.deleteFrom(APP_CONFIGURATION).where(KEY.eq(text()));
      case SELECT_RESOURCES -> DSL.select(KEY, VALUE).from(RESOURCE_CONFIGURATION).orderBy(KEY);
      case INSERT_RESOURCE -> insertResource();
      case UPDATE_RESOURCE ->
          DSL.update(RESOURCE_CONFIGURATION).set(VALUE, json()).where(KEY.eq(text()));
      case DELETE_RESOURCE -> DSL.deleteFrom(RESOURCE_CONFIGURATION).where(KEY.eq(text()));
      case DELETE_PARKED -> DSL.deleteFrom(PARKED_RECORD).where(SOURCE_ID.eq(number()));
      case SELECT_NEWEST_STATES -> newestStates();
      case SELECT_LEFT_RUNS -> History.leftRuns();
      case SELECT_CONDITIONS -> History.conditions();
      case CLAIM_HOUSEKEEPING -> claimHousekeeping();
      case PURGE_PARKED_RECORD -> History.purgeParked();
      case SELECT_PRIVILEGE -> DSL.query("SELECT SYSTEM$HOLD_PRIVILEGE_ON_ACCOUNT({0})", text());
      case SELECT_REFERENCES -> DSL.query("SELECT SYSTEM$GET_ALL_REFERENCES({0})", text());
      case PURGE_APP_STATE -> History.purge(APP_STATE, KEY, SEQUENCE);
      case PURGE_INGESTION_RUN -> History.purge(INGESTION_RUN, SOURCE_ID, TIMESTAMP);
      case PURGE_INGESTION_CURSOR -> History.purge(INGESTION_CURSOR, SOURCE_ID, SEQUENCE);
      case PURGE_INGESTION_CLAIM -> History.purge(INGESTION_CLAIM, SOURCE_ID, SEQUENCE);
      case PURGE_RECONCILIATION_CURSOR -> History.purge(RECONCILIATION_CURSOR, SOURCE_ID, SEQUENCE);
      case INSERT_STATE -> DSL.insertInto(APP_STATE, KEY, VALUE).select(DSL.select(text(), json()));
      case SELECT_CURSOR -> newest(VALUE, INGESTION_CURSOR);
      case INSERT_CURSOR -> appendRun(INGESTION_CURSOR);
      case SELECT_CLAIM -> newest(RUN_ID, INGESTION_CLAIM);
      case INSERT_CLAIM ->
          DSL.insertInto(INGESTION_CLAIM, SOURCE_ID, RUN_ID).select(DSL.select(number(), text()));
      case INSERT_RUN -> InsertRun.query();
      case FILL_FENCE -> fillFence();
      case HOLD_FENCE -> DSL.update(bound()).set(RUN_ID, text());
      case COUNT_ROWS -> DSL.selectCount().from(bound());
      case MERGE_BATCH -> MergeBatch.query();
      case COUNT_WRITTEN -> MergeBatch.countWritten();
      case MERGE_STAGED -> MergeBatch.staged();
      case COUNT_STAGED -> MergeBatch.countStaged();
      case REMOVE_STAGED -> MergeStaged.remove();
      case REMOVE_LEFT -> MergeStaged.removeLeft();
      case HEAL_BATCH -> MergeBatch.heal();
      case FIND_STALE -> Reconcile.findStale();
      case FIND_UNSEEN -> Reconcile.findUnseen();
      case MARK_DELETED -> Reconcile.markDeleted();
      case SELECT_SWEEP -> newest(VALUE, RECONCILIATION_CURSOR);
      case INSERT_SWEEP -> appendRun(RECONCILIATION_CURSOR);
      case RENAME_RESOURCE ->
          DSL.update(RESOURCE_CONFIGURATION)
              .set(
                  VALUE,
                  DSL.field(
                      "OBJECT_INSERT({0}, 'current_name', {1}, TRUE)",
                      SQLDataType.JSON, Variants.cast(VALUE, SQLDataType.JSON, "OBJECT"), text()))
              .where(KEY.eq(text()));
      case PARK_RECORD -> parkRecord();
      case EXTEND_PARKED ->
          DSL.update(PARKED_RECORD)
              .set(PAYLOAD, DSL.concat(PAYLOAD, text()))
              .where(SOURCE_ID.eq(number()))
              .and(CONTENT_HASH.eq(text()));
      case RELEASE_PARKED -> releaseParked();
      case BIND_CONNECTION ->
          DSL.query(
              "CALL {0}({1}, {2})", DSL.systemName("CORE", "BIND_CONNECTION"), text(), text());
    };
  }

  /** A table whose name is bound. */
  static Table<Record> bound() {
    return DSL.table("IDENTIFIER({0})", text());
  }

  static Field<String> text() {
    return DSL.val(null, SQLDataType.VARCHAR);
  }

  static Field<BigDecimal> number() {
    return DSL.val(null, SQLDataType.NUMERIC);
  }

  static Field<JSON> json() {
    return Variants.parseJson(text());
  }

  // docs:begin statement
  private static Query newest(Field<?> column, Table<Record> table) {
    return DSL.select(column)
        .from(table)
        .where(SOURCE_ID.eq(number()))
        .orderBy(SEQUENCE.desc())
        .limit(DSL.inline(1));
  }

  // docs:end statement

  private static Query newestStates() {
    return DSL.select(KEY, TIMESTAMP, VALUE)
        .from(APP_STATE)
        .qualify(
            DSL.rowNumber().over(DSL.partitionBy(KEY).orderBy(SEQUENCE.desc())).eq(DSL.inline(1)));
  }

  private static Query appendRun(Table<Record> table) {
    return DSL.insertInto(table, SOURCE_ID, RUN_ID, VALUE)
        .select(DSL.select(number(), text(), json()));
  }

  private static Query mergeConfiguration() {
    Table<Record> target = APP_CONFIGURATION.as(DSL.name("target"));
    Table<?> given = given();
    return DSL.mergeInto(target)
        .using(given)
        .on(in(target, KEY).eq(in(given, KEY)))
        .whenMatchedThenUpdate()
        .set(VALUE, in(given, VALUE))
        .whenNotMatchedThenInsert(KEY, VALUE)
        .values(in(given, KEY), in(given, VALUE));
  }

  /** ISO 8601 with whole seconds, so that the order of the texts is that of the times. */
  private static Query claimHousekeeping() {
    Table<Record> target = APP_CONFIGURATION.as(DSL.name("target"));
    Table<?> given = given();
    Field<String> ranAt =
        Variants.cast(Variants.get(in(target, VALUE), "ran_at"), SQLDataType.VARCHAR, "VARCHAR");
    return DSL.mergeInto(target)
        .using(given)
        .on(in(target, KEY).eq(in(given, KEY)))
        .whenMatchedAnd(ranAt.le(text()))
        .thenUpdate()
        .set(VALUE, in(given, VALUE))
        .whenNotMatchedThenInsert(KEY, VALUE)
        .values(in(given, KEY), in(given, VALUE));
  }

  private static Query insertResource() {
    Table<Record> target = RESOURCE_CONFIGURATION.as(DSL.name("target"));
    Table<?> given = given();
    return DSL.mergeInto(target)
        .using(given)
        .on(in(target, KEY).eq(in(given, KEY)))
        .or(sourceId(in(target, VALUE)).eq(sourceId(in(given, VALUE))))
        .whenNotMatchedThenInsert(KEY, VALUE)
        .values(in(given, KEY), in(given, VALUE));
  }

  /** The columns of the sink get other names, because both tables have a CONTENT_HASH. */
  private static Query releaseParked() {
    Field<?> id = DSL.field(DSL.name("WRITTEN_ID"), SinkColumns.ID.getDataType());
    Field<Timestamp> at = DSL.field(DSL.name("WRITTEN_AT"), SQLDataType.TIMESTAMP);
    Field<String> hash = DSL.field(DSL.name("WRITTEN_HASH"), SQLDataType.VARCHAR);
    Table<?> written =
        DSL.select(
                SinkColumns.ID.as(id),
                SinkColumns.UPDATED_AT.as(at),
                SinkColumns.CONTENT_HASH.as(hash))
            .from(bound())
            .asTable(DSL.name("written"));
    return DSL.deleteFrom(PARKED_RECORD)
        .using(written)
        .where(SOURCE_ID.eq(number()))
        .and(DSL.condition("{0} = {1}", RECORD_ID, id))
        .and(at.gt(CHANGED_AT).or(hash.eq(CONTENT_HASH)));
  }

  private static Query parkRecord() {
    Table<Record> target = PARKED_RECORD.as(DSL.name("target"));
    Table<?> given =
        DSL.select(
                number().as(SOURCE_ID),
                text().as(RUN_ID),
                // Bound as text: a driver that is handed NULL cannot know of which type.
                Variants.cast(
                        DSL.nullif(text(), DSL.inline("")), SQLDataType.NUMERIC, "NUMBER(38, 0)")
                    .as(RECORD_ID),
                text().as(CONTENT_HASH),
                text().as(REASON),
                text().as(PAYLOAD),
                Variants.cast(
                        DSL.nullif(text(), DSL.inline("")), SQLDataType.TIMESTAMP, "TIMESTAMP_NTZ")
                    .as(CHANGED_AT))
            .asTable(DSL.name("given"));
    return DSL.mergeInto(target)
        .using(given)
        .on(in(target, SOURCE_ID).eq(in(given, SOURCE_ID)))
        .and(in(target, CONTENT_HASH).eq(in(given, CONTENT_HASH)))
        .whenNotMatchedThenInsert(
            SOURCE_ID, RUN_ID, RECORD_ID, CONTENT_HASH, REASON, PAYLOAD, CHANGED_AT)
        .values(
            in(given, SOURCE_ID),
            in(given, RUN_ID),
            in(given, RECORD_ID),
            in(given, CONTENT_HASH),
            in(given, REASON),
            in(given, PAYLOAD),
            in(given, CHANGED_AT));
  }

  private static Table<?> given() {
    return DSL.select(text().as(KEY), json().as(VALUE)).asTable(DSL.name("given"));
  }

  private static Field<BigDecimal> sourceId(Field<JSON> definition) {
    return Variants.cast(
        Variants.get(definition, "source_id"), SQLDataType.NUMERIC, "NUMBER(38, 0)");
  }

  private static Query fillFence() {
    return DSL.insertInto(bound(), RUN_ID)
        .select(DSL.select(DSL.inline("none")).whereNotExists(DSL.selectOne().from(bound())));
  }

  static <T> Field<T> in(Table<?> table, Field<T> column) {
    return DSL.field(
        DSL.name(table.getUnqualifiedName(), column.getUnqualifiedName()), column.getDataType());
  }
}
