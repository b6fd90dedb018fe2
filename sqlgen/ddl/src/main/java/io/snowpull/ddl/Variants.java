package io.snowpull.ddl;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What Snowflake's dialect says about VARIANT values and jOOQ has no words for.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/querying-semistructured">querying
 *     semi-structured data</a>
 */
public final class Variants {
  private Variants() {}

  /** The value under {@code key}. The key is a literal: it cannot become SQL. */
  public static Field<JSON> get(QueryPart variant, String key) {
    return DSL.field("{0}[{1}]", SQLDataType.JSON, variant, Rendering.text(key));
  }

  /**
   * The value as {@code type}.
   *
   * @param sql the type in Snowflake's words
   */
  public static <T> Field<T> cast(QueryPart variant, DataType<T> type, String sql) {
    return DSL.field("CAST({0} AS {1})", type, variant, DSL.keyword(sql));
  }

  /** A text read as JSON. */
  public static Field<JSON> parseJson(Field<String> text) {
    return DSL.field("PARSE_JSON({0})", SQLDataType.JSON, text);
  }
}
