package io.snowpull.local.engine.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.local.engine.result.SnowflakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FORM t | 1 | 14 | t",
        "SELECT * FORM | 1 | 9 | FORM",
        "SELECT (1 | 1 | 9 | <EOF>",
        "SELECT 1 a b | 1 | 11 | b",
        "SELECT 'abc | 1 | 7 | '",
        "SELECT a /* x | 1 | 9 | /*",
        "SELECT FROM WHERE | 1 | 7 | FROM",
        "CREATE TABLE select (a int) | 1 | 13 | select",
        "CREATE TABLE t (a int,) | 1 | 22 | )",
        "SELECT 1(2) | 1 | 8 | (",
        "SELECT (1, 2) UNION SELECT 3 ORDER | 1 | 34 | <EOF>",
        "SELECT (1 UNION SELECT 2) | 1 | 10 | UNION",
        "GRANT USAGE SCHEMA s TO ROLE x | 1 | 21 | TO",
        "SELECT f(x RESPECT NULLS) IGNORE NULLS | 1 | 26 | IGNORE",
        "SELECT a LIMIT 1 LIMIT 2 | 1 | 17 | LIMIT",
        "BEGIN IF (x > 1) RETURN 1; END IF; END | 1 | 17 | RETURN",
        "BEGIN RETURN 1 END | 1 | 15 | END",
        "DROP VIEW | 1 | 9 | <EOF>",
        "MERGE INTO t USING s ON a = b | 1 | 29 | <EOF>",
        "SELECT X'0A1' | 1 | 7 | X'0A1'",
        "SELECT $99999999999 | 1 | 7 | $99999999999",
        "PUT x @s | 1 | 4 | x",
        "SELECT 1; SELEC 2 | 1 | 10 | SELEC",
      })
  void namesTheFirstUnexpectedToken(String sql, int line, int position, String token) {
    SnowflakeException error =
        assertThrows(SnowflakeException.class, () -> SnowflakeParser.parse(sql));
    assertEquals("001003", error.code());
    assertEquals("42000", error.sqlState());
    assertEquals(
        "SQL compilation error:\nsyntax error line %d at position %d unexpected '%s'."
            .formatted(line, position, token),
        error.message());
  }

  @org.junit.jupiter.api.Test
  void countsLines() {
    SnowflakeException error =
        assertThrows(
            SnowflakeException.class, () -> SnowflakeParser.parse("SELECT 1;\n\n  SELECT a b c"));
    assertEquals(
        "SQL compilation error:\nsyntax error line 3 at position 13 unexpected 'c'.",
        error.message());
  }
}
