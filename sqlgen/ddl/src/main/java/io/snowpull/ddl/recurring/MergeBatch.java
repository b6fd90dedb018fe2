package io.snowpull.ddl.recurring;

import static io.snowpull.ddl.recurring.Statements.in;

import io.snowpull.ddl.SinkColumns;
import io.snowpull.ddl.Variants;
import java.sql.Timestamp;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Merges rows, bound as a JSON array or staged as a file, into the table of a resource. */
final class MergeBatch {
  static final Table<Record> SINK = Statements.bound().as(DSL.name("sink"));
  private static final Field<Timestamp> NOW = DSL.field("SYSDATE()", SQLDataType.TIMESTAMP);

  private final Table<?> batch;

  private MergeBatch(Table<?> elements) {
    this.batch = rows(elements).asTable(DSL.name("batch"));
  }

  static Query query() {
    return merge(elements());
  }

  /** The same for rows that were staged. */
  static Query staged() {
    return merge(MergeStaged.lines());
  }

  private static Query merge(Table<?> elements) {
    MergeBatch given = new MergeBatch(elements);
    return given.merge(given.isOtherVersion());
  }

  /** As {@link #query}; besides, a row that is marked as gone is one that is there again. */
  static Query heal() {
    MergeBatch given = new MergeBatch(elements());
    return given.merge(given.isOtherVersion().or(in(SINK, SinkColumns.DELETED_AT).isNotNull()));
  }

  private Condition isOtherVersion() {
    return in(batch, SinkColumns.CONTENT_HASH).ne(in(SINK, SinkColumns.CONTENT_HASH));
  }

  /**
   * @param sameTime when a row changed at the time that the table has replaces what it has
   */
  private Query merge(Condition sameTime) {
    return DSL.mergeInto(SINK)
        .using(batch)
        .on(in(SINK, SinkColumns.ID).eq(in(batch, SinkColumns.ID)))
        .whenMatchedAnd(
            in(batch, SinkColumns.UPDATED_AT)
                .gt(in(SINK, SinkColumns.UPDATED_AT))
                .or(
                    in(batch, SinkColumns.UPDATED_AT)
                        .eq(in(SINK, SinkColumns.UPDATED_AT))
                        .and(sameTime)))
        .thenUpdate()
        .set(SinkColumns.RAW, in(batch, SinkColumns.RAW))
        .set(SinkColumns.UPDATED_AT, in(batch, SinkColumns.UPDATED_AT))
        .set(SinkColumns.CONTENT_HASH, in(batch, SinkColumns.CONTENT_HASH))
        .set(SinkColumns.INGESTED_AT, NOW)
        .set(SinkColumns.DELETED_AT, DSL.field("NULL", SQLDataType.TIMESTAMP))
        .set(SinkColumns.DELETED_REASON, DSL.field("NULL", SQLDataType.VARCHAR))
        .whenNotMatchedThenInsert(
            SinkColumns.ID,
            SinkColumns.RAW,
            SinkColumns.UPDATED_AT,
            SinkColumns.CONTENT_HASH,
            SinkColumns.INGESTED_AT)
        .values(
            in(batch, SinkColumns.ID),
            in(batch, SinkColumns.RAW),
            in(batch, SinkColumns.UPDATED_AT),
            in(batch, SinkColumns.CONTENT_HASH),
            NOW);
  }

  /** The rows of a batch that the table has, as they were sent or newer. */
  static Query countWritten() {
    Field<JSON> value = DSL.field(DSL.name("element", "VALUE"), SQLDataType.JSON);
    Table<?> sent =
        DSL.select(
                cast(value, "id", SinkColumns.ID.getDataType(), "NUMBER(38, 0)").as(SinkColumns.ID),
                cast(value, "updated_at", SinkColumns.UPDATED_AT.getDataType(), "TIMESTAMP_NTZ")
                    .as(SinkColumns.UPDATED_AT))
            .from(elements())
            .asTable(DSL.name("sent"));
    return countOf(sent);
  }

  /** The same of rows that were staged: of those with one id, the newest is looked for. */
  static Query countStaged() {
    return countOf(rows(MergeStaged.lines()).asTable(DSL.name("sent")));
  }

  private static Query countOf(Table<?> sent) {
    return DSL.selectCount()
        .from(SINK)
        .join(sent)
        .on(in(SINK, SinkColumns.ID).eq(in(sent, SinkColumns.ID)))
        .and(in(SINK, SinkColumns.UPDATED_AT).ge(in(sent, SinkColumns.UPDATED_AT)));
  }

  /** The elements of a bound JSON array. */
  static Table<Record> elements() {
    return DSL.table("TABLE(FLATTEN(INPUT => PARSE_JSON({0})))", Statements.text())
        .as(DSL.name("element"));
  }

  /** One row an id, the newest: Snowflake refuses to merge two rows into one. */
  private static Select<?> rows(Table<?> elements) {
    Field<JSON> value = DSL.field(DSL.name("element", "VALUE"), SQLDataType.JSON);
    Field<Integer> index = DSL.field(DSL.name("element", "INDEX"), SQLDataType.INTEGER);
    var id = cast(value, "id", SinkColumns.ID.getDataType(), "NUMBER(38, 0)");
    var updatedAt =
        cast(value, "updated_at", SinkColumns.UPDATED_AT.getDataType(), "TIMESTAMP_NTZ");
    var hash = cast(value, "hash", SinkColumns.CONTENT_HASH.getDataType(), "VARCHAR");
    return DSL.select(
            id.as(SinkColumns.ID),
            Variants.get(value, "raw").as(SinkColumns.RAW),
            updatedAt.as(SinkColumns.UPDATED_AT),
            hash.as(SinkColumns.CONTENT_HASH))
        .from(elements)
        .qualify(
            DSL.rowNumber()
                .over(DSL.partitionBy(id).orderBy(updatedAt.desc(), index.desc()))
                .eq(DSL.inline(1)));
  }

  static <T> Field<T> cast(Field<JSON> value, String key, DataType<T> type, String sql) {
    return Variants.cast(Variants.get(value, key), type, sql);
  }
}
