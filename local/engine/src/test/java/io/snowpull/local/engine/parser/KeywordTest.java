package io.snowpull.local.engine.parser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.parser.grammar.SqlLexer;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which keywords are names: all but Snowflake's reserved words and DEFAULT. */
class KeywordTest {
  /**
   * https://docs.snowflake.com/en/sql-reference/reserved-keywords, those that the grammar has, and
   * DEFAULT, EXCEPT.
   */
  private static final Set<String> RESERVED =
      Arrays.stream(
              """
              ALL ALTER AND ANY AS BETWEEN BY CASE CAST COLUMN CONNECT CONSTRAINT CREATE CROSS CURRENT DEFAULT DELETE
              DISTINCT DROP ELSE EXCEPT EXISTS FALSE FOLLOWING FOR FROM FULL GRANT GROUP HAVING ILIKE IN INCREMENT INNER
              INSERT INTERSECT INTO IS JOIN LATERAL LEFT LIKE MINUS NATURAL NOT NULL OF ON OR ORDER QUALIFY REGEXP REVOKE
              RIGHT RLIKE ROW ROWS SAMPLE SELECT SET SOME START TABLE TABLESAMPLE THEN TO TRUE TRY_CAST UNION UNIQUE
              UPDATE USING VALUES WHEN WHERE WITH
              """
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toCollection(TreeSet::new));

  /** Keywords that begin what may follow an expression, and so are no alias without AS. */
  private static final List<String> PLACES =
      List.of(
          "SELECT %s FROM t",
          "SELECT t.%s, %s.a, a:%s.%s FROM t",
          "SELECT a AS %s FROM x AS %s",
          "SELECT %s + 1, (%s), f(%s), f(%s => 1), %s::int, %s[0] FROM t WHERE %s = 1 ORDER BY %s",
          "SELECT CASE WHEN %s THEN %s ELSE %s END FROM %s",
          "WITH %s AS (SELECT 1) SELECT * FROM %s JOIN b USING (%s)",
          "CREATE TABLE a.%s (%s INT, b INT DEFAULT %s)",
          "INSERT INTO %s (%s) SELECT %s FROM a.%s",
          "UPDATE t SET %s = %s, t.%s = 1",
          "DROP TABLE %s",
          "CREATE ROLE %s",
          "GRANT USAGE ON SCHEMA %s TO ROLE %s",
          "ALTER TABLE t RENAME COLUMN %s TO %s",
          "CREATE TASK %s WAREHOUSE = %s AS CALL p(%s)",
          "SELECT \"%s\" FROM \"%s\"");

  @ParameterizedTest
  @MethodSource("names")
  void isAName(String keyword) {
    List<String> places =
        keyword.equals("IDENTIFIER") || keyword.equals("BEGIN") ? PLACES.subList(0, 1) : PLACES;
    assertAll(
        places.stream()
            .map(place -> place.replace("%s", keyword))
            .map(
                sql ->
                    () ->
                        assertDoesNotThrow(
                            () -> SnowflakeParser.parse(sql), () -> "refused: " + sql)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAVariable(String keyword) {
    if (Set.of("BEGIN", "IDENTIFIER").contains(keyword)) {
      return;
    }
    String sql = "DECLARE %s INT; BEGIN %s := 1; RETURN :%s; END".replace("%s", keyword);
    assertDoesNotThrow(() -> SnowflakeParser.parse(sql), () -> "refused: " + sql);
  }

  @ParameterizedTest
  @MethodSource("reserved")
  void isReserved(String keyword) {
    assertThrows(SnowflakeException.class, () -> SnowflakeParser.parse("CREATE ROLE " + keyword));
    assertDoesNotThrow(
        () ->
            SnowflakeParser.parse("SELECT t." + keyword + ", a:" + keyword + ", b AS " + keyword));
  }

  @Test
  void knowsEveryReservedWord() {
    Set<String> missing = new TreeSet<>(RESERVED);
    keywords().forEach(missing::remove);
    assertEquals(Set.of(), missing);
  }

  static Stream<String> names() {
    return keywords().filter(k -> !RESERVED.contains(k));
  }

  static Stream<String> reserved() {
    return RESERVED.stream();
  }

  private static Stream<String> keywords() {
    Vocabulary words = SqlLexer.VOCABULARY;
    return IntStream.rangeClosed(1, words.getMaxTokenType())
        .mapToObj(words::getLiteralName)
        .filter(name -> name != null && name.matches("'[A-Z_]+'"))
        .map(name -> name.substring(1, name.length() - 1));
  }
}
