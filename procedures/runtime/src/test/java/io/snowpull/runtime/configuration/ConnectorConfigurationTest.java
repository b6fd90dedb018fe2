package io.snowpull.runtime.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorConfigurationTest {
  private static ConnectorConfiguration of(String json) {
    return ConnectorConfiguration.of(Json.parse(json.replace('\'', '"')));
  }

  @Test
  void readsNamesAndKeepsUnknownKeys() {
    ConnectorConfiguration configuration =
        of(
            "{'destination_database':'github','secret_name':'d.s.n',"
                + "'external_access_integration_name':'gh','warehouse':'XS'}");
    assertEquals("GITHUB", configuration.destinationDatabase().text());
    assertEquals("D.S.N", configuration.secretName().text());
    assertEquals("GH", configuration.integrationName().text());
    assertEquals("XS", configuration.document().path("warehouse").textValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                                                | CONFIGURATION_KEY_MISSING
          {'destination_database':'d','secret_name':'a.b.c'}                                                | CONFIGURATION_KEY_MISSING
          {'destination_database':'','secret_name':'a.b.c','external_access_integration_name':'i'}          | CONFIGURATION_KEY_MISSING
          {'destination_database':null,'secret_name':'a.b.c','external_access_integration_name':'i'}        | CONFIGURATION_KEY_MISSING
          {'destination_database':1,'secret_name':'a.b.c','external_access_integration_name':'i'}           | CONFIGURATION_INVALID
          {'destination_database':'d; DROP','secret_name':'a.b.c','external_access_integration_name':'i'}   | CONFIGURATION_INVALID
          {'destination_database':'d.e','secret_name':'a.b.c','external_access_integration_name':'i'}       | CONFIGURATION_INVALID
          {'destination_database':'d','secret_name':'c','external_access_integration_name':'i'}             | CONFIGURATION_INVALID
          {'destination_database':'d','secret_name':'a.b.','external_access_integration_name':'i'}          | CONFIGURATION_INVALID
          {'destination_database':'d','secret_name':'a.b.c','external_access_integration_name':'1i'}        | CONFIGURATION_INVALID
          {'destination_database':'\\"a b\\"','secret_name':'a.b.c','external_access_integration_name':'i'}   | CONFIGURATION_INVALID
          'text'                                                                                            | CONFIGURATION_INVALID
          []                                                                                                | CONFIGURATION_INVALID
          """)
  void refusesWhatItCannotUse(String json, String code) {
    ConnectorException failure = assertThrows(ConnectorException.class, () -> of(json));
    assertEquals(code, failure.code().name());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "d.s.n, D.S.N",
        "D.\"PUBLIC\".n$1, D.PUBLIC.N$1",
        "\"my db\".\"a.b\".\"q\"\"q\", \"my db\".\"a.b\".\"q\"\"q\"",
      })
  void readsQuotedNames(String given, String text) {
    assertEquals(text, SqlName.parse("k", given, 3, "s").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "a.b.c.d", "a..c", "a.b.c.", "\"a.b.c", "a.\"\".c", "a b.c.d"})
  void refusesOtherShapes(String given) {
    assertThrows(ConnectorException.class, () -> SqlName.parse("k", given, 3, "s"));
  }

  @Test
  void namesAllMissingKeysAtOnce() {
    ConnectorException failure =
        assertThrows(ConnectorException.class, () -> of("{'secret_name':'a.b.c'}"));
    assertEquals(
        "The configuration lacks destination_database, external_access_integration_name. Add these"
            + " keys with a text value and call PROVISION_CONNECTOR again.",
        failure.getMessage());
  }
}
