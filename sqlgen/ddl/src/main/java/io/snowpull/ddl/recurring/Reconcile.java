package io.snowpull.ddl.recurring;

import static io.snowpull.ddl.recurring.MergeBatch.SINK;
import static io.snowpull.ddl.recurring.MergeBatch.cast;
import static io.snowpull.ddl.recurring.StateTables.CONTENT_HASH;
import static io.snowpull.ddl.recurring.StateTables.PARKED_RECORD;
import static io.snowpull.ddl.recurring.StateTables.SOURCE_ID;
import static io.snowpull.ddl.recurring.Statements.in;
import static io.snowpull.ddl.recurring.Statements.number;
import static io.snowpull.ddl.recurring.Statements.text;

import io.snowpull.ddl.SinkColumns;
import io.snowpull.ddl.Variants;
import java.math.BigDecimal;
import java.sql.Timestamp;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Compares the table of a resource with a list of what the source has. */
final class Reconcile {
  private static final String ID_TYPE = "NUMBER(38, 0)";
  private static final String TIME_TYPE = "TIMESTAMP_NTZ";
  private static final Field<JSON> ELEMENT =
      DSL.field(DSL.name("element", "VALUE"), SQLDataType.JSON);

  private Reconcile() {}

  /** The rows sent that the table lacks, has otherwise, or has marked as gone. */
  static Query findStale() {
    Table<?> sent =
        DSL.select(
                id().as(SinkColumns.ID),
                cast(ELEMENT, "updated_at", SinkColumns.UPDATED_AT.getDataType(), TIME_TYPE)
                    .as(SinkColumns.UPDATED_AT),
                hash().as(SinkColumns.CONTENT_HASH))
            .from(MergeBatch.elements())
            .asTable(DSL.name("sent"));
    var isOther =
        in(sent, SinkColumns.CONTENT_HASH)
            .ne(in(SINK, SinkColumns.CONTENT_HASH))
            .or(in(SINK, SinkColumns.DELETED_AT).isNotNull());
    return DSL.select(in(sent, SinkColumns.ID))
        .from(sent)
        .leftJoin(SINK)
        .on(in(SINK, SinkColumns.ID).eq(in(sent, SinkColumns.ID)))
        .where(
            in(SINK, SinkColumns.ID)
                .isNull()
                .or(in(sent, SinkColumns.UPDATED_AT).gt(in(SINK, SinkColumns.UPDATED_AT)))
                .or(
                    in(sent, SinkColumns.UPDATED_AT)
                        .eq(in(SINK, SinkColumns.UPDATED_AT))
                        .and(isOther)))
        .and(
            in(sent, SinkColumns.CONTENT_HASH)
                .notIn(DSL.select(CONTENT_HASH).from(PARKED_RECORD).where(SOURCE_ID.eq(number()))));
  }

  /** The rows of the table in a stretch of creation times that were not sent. */
  static Query findUnseen() {
    Field<Timestamp> created = Variants.cast(member(), SQLDataType.TIMESTAMP, TIME_TYPE);
    return DSL.select(
            in(SINK, SinkColumns.ID),
            Variants.cast(member(), SQLDataType.VARCHAR, "VARCHAR").as(DSL.name("REFERENCE")),
            in(SINK, SinkColumns.CONTENT_HASH))
        .from(SINK)
        .where(in(SINK, SinkColumns.DELETED_AT).isNull())
        .and(created.ge(Variants.cast(text(), SQLDataType.TIMESTAMP, TIME_TYPE)))
        .and(created.lt(Variants.cast(text(), SQLDataType.TIMESTAMP, TIME_TYPE)))
        .and(
            in(SINK, SinkColumns.ID)
                .notIn(
                    DSL.select(Variants.cast(ELEMENT, SQLDataType.NUMERIC, ID_TYPE))
                        .from(MergeBatch.elements())))
        .orderBy(in(SINK, SinkColumns.ID));
  }

  /** Marks rows as gone, each only where the table still has the version that was looked at. */
  static Query markDeleted() {
    Table<?> gone =
        DSL.select(
                id().as(SinkColumns.ID),
                hash().as(SinkColumns.CONTENT_HASH),
                cast(ELEMENT, "reason", SQLDataType.VARCHAR, "VARCHAR")
                    .as(SinkColumns.DELETED_REASON))
            .from(MergeBatch.elements())
            .asTable(DSL.name("gone"));
    return DSL.mergeInto(SINK)
        .using(gone)
        .on(in(SINK, SinkColumns.ID).eq(in(gone, SinkColumns.ID)))
        .and(in(SINK, SinkColumns.CONTENT_HASH).eq(in(gone, SinkColumns.CONTENT_HASH)))
        .and(in(SINK, SinkColumns.DELETED_AT).isNull())
        .whenMatchedThenUpdate()
        .set(SinkColumns.DELETED_AT, DSL.field("SYSDATE()", SQLDataType.TIMESTAMP))
        .set(SinkColumns.DELETED_REASON, in(gone, SinkColumns.DELETED_REASON));
  }

  /** The value under a key that is bound. */
  private static Field<JSON> member() {
    return DSL.field("GET({0}, {1})", SQLDataType.JSON, in(SINK, SinkColumns.RAW), text());
  }

  private static Field<BigDecimal> id() {
    return cast(ELEMENT, "id", SinkColumns.ID.getDataType(), ID_TYPE);
  }

  private static Field<String> hash() {
    return cast(ELEMENT, "hash", SinkColumns.CONTENT_HASH.getDataType(), "VARCHAR");
  }
}
