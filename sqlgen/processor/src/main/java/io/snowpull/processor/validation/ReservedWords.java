package io.snowpull.processor.validation;

import io.snowpull.processor.model.Identifier;
import java.util.Set;

/**
 * Words that cannot be a name without quotes.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/reserved-keywords">reserved words</a>
 */
final class ReservedWords {

  private static final Set<String> WORDS =
      Set.of(
          ("ACCOUNT ALL ALTER AND ANY AS BETWEEN BY CASE CAST CHECK COLUMN CONNECT CONNECTION"
                  + " CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP"
                  + " CURRENT_USER DATABASE DELETE DISTINCT DROP ELSE EXISTS FALSE FOLLOWING FOR"
                  + " FROM FULL GRANT GROUP GSCLUSTER HAVING ILIKE IN INCREMENT INNER INSERT"
                  + " INTERSECT INTO IS ISSUE JOIN LATERAL LEFT LIKE LOCALTIME LOCALTIMESTAMP MINUS"
                  + " NATURAL NOT NULL OF ON OR ORDER ORGANIZATION QUALIFY REGEXP REVOKE RIGHT RLIKE"
                  + " ROW ROWS SAMPLE SCHEMA SELECT SET SOME START TABLE TABLESAMPLE THEN TO TRIGGER"
                  + " TRUE TRY_CAST UNION UNIQUE UPDATE USING VALUES VIEW WHEN WHENEVER WHERE WITH")
              .split(" "));

  private ReservedWords() {}

  static boolean contains(Identifier name) {
    return WORDS.contains(name.value());
  }
}
