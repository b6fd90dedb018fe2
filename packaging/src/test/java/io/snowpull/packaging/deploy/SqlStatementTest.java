package io.snowpull.packaging.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

  @Test
  void rendersEachValueByItsKind() {
    SqlStatement statement =
        SqlStatement.of(
            "ALTER X {} SET A = ({}), B = {}",
            SqlValue.name(SqlName.of("db"), SqlName.of("s")),
            SqlValue.texts(List.of("a:1", "b:2")),
            new SqlValue.Number(3));
    assertEquals("ALTER X DB.S SET A = ('a:1', 'b:2'), B = 3", statement.text());
  }

  @Test
  void escapesQuotesAndBackslashesInTexts() {
    SqlStatement statement = SqlStatement.of("SELECT {}", SqlValue.text("\\' OR 1=1 --"));
    assertEquals("SELECT '\\\\'' OR 1=1 --'", statement.text());
  }

  @Test
  void secretsAreSentButNeverShown() {
    SqlValue secret = new SqlValue.Secret("ghp_private");
    SqlStatement statement = SqlStatement.of("ALTER SECRET S SET SECRET_STRING = {}", secret);
    assertTrue(statement.text().contains("ghp_private"));
    assertEquals("ALTER SECRET S SET SECRET_STRING = '********'", statement.shown());
    assertFalse((statement + " " + secret).contains("ghp_private"));
    assertFalse(new GitHubAccess(List.of("a:1"), "ghp_private").toString().contains("private"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1A", "A B", "A\"", "A;DROP", "A.B", "É"})
  void refusesNamesThatWouldNeedQuotes(String name) {
    var fault = assertThrows(DeploymentException.class, () -> SqlName.of(name));
    assertEquals("INVALID_NAME", fault.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a b", "a'b", "a//b", "x/"})
  void refusesPathsThatWouldNeedQuotes(String path) {
    assertThrows(DeploymentException.class, () -> StageFolder.checked(path));
  }

  @Test
  void refusesTemplatesThatDoNotFitTheirValues() {
    assertThrows(IllegalArgumentException.class, () -> SqlStatement.of("A {} {}", one()));
    assertThrows(IllegalArgumentException.class, () -> SqlStatement.of("A", one()));
  }

  private static SqlValue one() {
    return new SqlValue.Number(1);
  }
}
