package io.snowpull.ddl.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentStatementsTest {
  private static final ConnectionStatements CONNECTION =
      new ConnectionStatements(List.of("DB", "PUBLIC"), "RULE", "TOKEN", "INTEGRATION");
  private static final StageFolder FOLDER =
      new StageFolder(List.of("PKG", "APP_SRC", "STAGE"), "V1");

  @Test
  void namesStandWithoutQuotesAndTextsAreEscaped() {
    assertEquals(
        "CREATE NETWORK RULE DB.PUBLIC.RULE MODE = EGRESS TYPE = HOST_PORT"
            + " VALUE_LIST = ('a:1', '\\\\'' OR 1=1 --')",
        CONNECTION.createNetworkRule(List.of("a:1", "\\' OR 1=1 --")).text());
    assertEquals(
        "ALTER APPLICATION PACKAGE PKG ADD PATCH 3 FOR VERSION V1"
            + " USING '@PKG.APP_SRC.STAGE/V1' LABEL = 'it''s'",
        new PackageStatements("PKG").addPatch(3, "V1", FOLDER, "it's").text());
  }

  @Test
  void secretsAreSentButNeverShown() {
    AccountStatement statement = CONNECTION.setSecret("ghp_{0}'private");
    assertTrue(statement.text().contains("'ghp_{0}''private'"), "the token is sent as it is");
    assertEquals("ALTER SECRET DB.PUBLIC.TOKEN SET SECRET_STRING = '********'", statement.shown());
    assertTrue(statement.isSecret());
    assertFalse(statement.toString().contains("private"));
    assertFalse(CONNECTION.setIntegration().isSecret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1A", "a", "A B", "A\"", "A;DROP", "A.B", "É"})
  void refusesNamesThatWouldNeedQuotes(String name) {
    assertThrows(IllegalArgumentException.class, () -> new PackageStatements(name));
    assertThrows(IllegalArgumentException.class, () -> new ApplicationStatements(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a b", "a'b", "a//b", "x/"})
  void refusesPathsThatWouldNeedQuotes(String path) {
    assertThrows(IllegalArgumentException.class, () -> StageFolder.checked(path));
    assertThrows(IllegalArgumentException.class, () -> FOLDER.remove(path + " b"));
  }

  @Test
  void filesKeepTheirPlaceOnTheStage() {
    assertEquals(
        "PUT 'file:///tmp/it''s/app.jar' @PKG.APP_SRC.STAGE/V1/lib/"
            + " AUTO_COMPRESS = FALSE OVERWRITE = TRUE",
        FOLDER.put("/tmp/it's/app.jar", "lib").text());
    assertEquals("LIST @PKG.APP_SRC.STAGE/V1/", FOLDER.list().text());
    assertEquals("REMOVE @PKG.APP_SRC.STAGE/V1/lib/old.jar", FOLDER.remove("lib/old.jar").text());
  }
}
