package io.snowpull.ddl.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.ddl.deployment.GrantsScript.Kind;
import io.snowpull.ddl.deployment.GrantsScript.Step;
import io.snowpull.ddl.deployment.GrantsScript.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantsScriptTest {
  private static final Values AS_IT_IS = new Values(Map.of(), Map.of(), Map.of());
  private static final GrantsScript SCRIPT =
      GrantsScript.parse(
          """
          -- APP; not a statement; it's a comment
          CREATE DATABASE IF NOT EXISTS APP_SECRETS;
          CREATE SECRET IF NOT EXISTS APP_SECRETS.PUBLIC.TOKEN
            TYPE = GENERIC_STRING -- of APP
            COMMENT = 'of APP; it''s a text';
          CREATE APPLICATION APP
            FROM APPLICATION PACKAGE APP_PACKAGE;
          CALL APP.PUBLIC.REGISTER('APP', SYSTEM$REFERENCE('WAREHOUSE', '<warehouse>'));
          GRANT APPLICATION ROLE APP.READER TO ROLE "<role>";
          GRANT APPLICATION ROLE APP.WRITER TO ROLE "<role>";
          """);

  private static List<String> texts(Values values) {
    return SCRIPT.steps(values).stream().map(step -> step.statement().text()).toList();
  }

  @Test
  void leavesOutWhatNobodyGaveAValueFor() {
    assertEquals(
        List.of(
            "CREATE DATABASE IF NOT EXISTS APP_SECRETS",
            "CREATE SECRET IF NOT EXISTS APP_SECRETS.PUBLIC.TOKEN TYPE = GENERIC_STRING"
                + "  COMMENT = 'of APP; it''s a text'",
            "CREATE APPLICATION APP FROM APPLICATION PACKAGE APP_PACKAGE"),
        texts(AS_IT_IS));
    assertEquals(
        List.of(Kind.OTHER, Kind.SECRET, Kind.APPLICATION),
        SCRIPT.steps(AS_IT_IS).stream().map(Step::kind).toList());
  }

  @Test
  void putsValuesWhereTheyBelong() {
    Values values =
        new Values(
            Map.of("APP", "OTHER", "APP_SECRETS", "OTHER_SECRETS"),
            Map.of("warehouse", "XS"),
            Map.of("WRITER", "SYSADMIN"));
    assertEquals(
        List.of(
            "CREATE DATABASE IF NOT EXISTS OTHER_SECRETS",
            "CREATE SECRET IF NOT EXISTS OTHER_SECRETS.PUBLIC.TOKEN TYPE = GENERIC_STRING"
                + "  COMMENT = 'of APP; it''s a text'",
            "CREATE APPLICATION OTHER FROM APPLICATION PACKAGE APP_PACKAGE",
            "CALL OTHER.PUBLIC.REGISTER('APP', SYSTEM$REFERENCE('WAREHOUSE', 'XS'))",
            "GRANT APPLICATION ROLE OTHER.WRITER TO ROLE SYSADMIN"),
        texts(values));
    assertEquals(List.of("READER", "WRITER"), SCRIPT.roles());
  }

  @Test
  void refusesWhatWouldChangeTheStatement() {
    Values role = new Values(Map.of(), Map.of(), Map.of("READER", "X; DROP DATABASE Y"));
    assertThrows(IllegalArgumentException.class, () -> SCRIPT.steps(role));
    Values quoted = new Values(Map.of(), Map.of("warehouse", "it's"), Map.of());
    assertEquals(
        "CALL APP.PUBLIC.REGISTER('APP', SYSTEM$REFERENCE('WAREHOUSE', 'it''s'))",
        texts(quoted).get(3));
    assertThrows(IllegalArgumentException.class, () -> GrantsScript.parse("GRANT X"));
  }
}
