package io.snowpull.runtime.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.ScriptedSql;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisioningTest {
  private static final ConnectorConfiguration CONFIGURATION =
      ConnectorConfiguration.of(
          Json.parse(
              "{\"destination_database\":\"db\",\"secret_name\":\"a.b.c\","
                  + "\"external_access_integration_name\":\"i\"}"));

  private final ScriptedSql sql = new ScriptedSql();
  private final Provisioning provisioning = new Provisioning(sql, List.of("APP_USER"));

  @Test
  void storesTheConfigurationLast() {
    provisioning.provision(CONFIGURATION);
    assertEquals(
        List.of(
            "BIND_CONNECTION",
            "CREATE DATABASE \"DB\"",
            "GRANT USAGE ON DATABASE \"DB\" TO APPLICATION ROLE \"APP_USER\"",
            "GRANT USAGE ON SCHEMA \"DB\".\"PUBLIC\" TO APPLICATION ROLE \"APP_USER\"",
            "MERGE_CONFIGURATION"),
        sql.log());
  }

  @Test
  void usesItsOwnDatabaseAgain() {
    sql.failing("CREATE DATABASE", 2002);
    provisioning.provision(CONFIGURATION);
    assertTrue(String.valueOf(sql.configuration()).contains("db"));
  }

  @ParameterizedTest
  @CsvSource({
    "BIND_CONNECTION, 2003, CONNECTION_NOT_BOUND",
    "CREATE DATABASE, 3001, PRIVILEGE_MISSING",
    "GRANT USAGE ON DATABASE, 3001, DATABASE_NOT_OWNED",
    "GRANT USAGE ON DATABASE, 2003, DATABASE_NOT_OWNED",
    "GRANT USAGE ON SCHEMA, 2043, DATABASE_NOT_OWNED",
    "CREATE DATABASE, 999, STATEMENT_FAILED",
  })
  void saysWhatToDoAndConvergesOnceMended(String statement, int vendorCode, String code) {
    sql.failing(statement, vendorCode);
    ConnectorException failure =
        assertThrows(ConnectorException.class, () -> provisioning.provision(CONFIGURATION));
    assertEquals(code, failure.code().name());
    assertNull(sql.configuration());
    provisioning(sql.mended()).provision(CONFIGURATION);
    assertTrue(String.valueOf(sql.configuration()).contains("db"));
  }

  private static Provisioning provisioning(ScriptedSql sql) {
    return new Provisioning(sql, List.of("APP_USER"));
  }
}
