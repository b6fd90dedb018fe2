package io.snowpull.local.engine.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.StageLocation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LiteralsTest {
  static Stream<Arguments> strings() {
    return Stream.of(
        Arguments.of("'a''b'", "a'b"),
        Arguments.of("'a\\'b'", "a'b"),
        Arguments.of("'a\\\\b'", "a\\b"),
        Arguments.of("'\\n\\t\\r\\b\\f'", "\n\t\r\b\f"),
        Arguments.of("'\\x41\\u00e9\\101\\0'", "A\u00e9A\0"),
        Arguments.of("'\\q\\%\\xZ'", "q%xZ"),
        Arguments.of("''", ""),
        Arguments.of("'-- no /* comment'", "-- no /* comment"),
        Arguments.of("$$a'b\\n$1$$", "a'b\\n$1"),
        Arguments.of("'\uD83D\uDE00'", "\uD83D\uDE00"));
  }

  @ParameterizedTest
  @MethodSource("strings")
  void unescapes(String sql, String value) {
    assertEquals(new Expression.TextLiteral(value), SnowflakeParser.parseExpression(sql));
  }

  @ParameterizedTest
  @CsvSource({"a, A", "A_b$1, A_B$1", "\"a b\", a b", "\"a\"\"b\", a\"b"})
  void foldsNames(String sql, String name) {
    Expression.ColumnRef column = (Expression.ColumnRef) SnowflakeParser.parseExpression(sql);
    assertEquals(new Identifier(name), column.last());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@s | NAMED | S | ''",
        "@db.s.st/a/b.csv | NAMED | DB.S.ST | a/b.csv",
        "@\"d b\".\"s\".\"st\"/x y | NAMED | \"d b\".\"s\".\"st\" | x y",
        "@%t/x | TABLE | T | x",
        "@s.%\"t\" | TABLE | S.\"t\" | ''",
        "@~/x/ | USER | | x/",
        "@~ | USER | | ''",
        "/streamlit | OTHER | | /streamlit",
        "./x.sql | OTHER | | ./x.sql",
      })
  void readsStages(String text, StageLocation.Kind kind, String name, String path) {
    StageLocation location = StagePaths.parse(text);
    assertEquals(kind, location.kind());
    assertEquals(name, location.name() == null ? null : location.name().toString());
    assertEquals(path, location.path());
  }
}
