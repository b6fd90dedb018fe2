package io.snowpull.packaging.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "1A", "A B", "A\"", "A;DROP", "A.B", "É"})
  void refusesNamesThatWouldNeedQuotes(String name) {
    var fault = assertThrows(DeploymentException.class, () -> SqlName.of(name));
    assertEquals("INVALID_NAME", fault.code());
  }

  @Test
  void isFoldedAsSnowflakeFoldsIt() {
    assertEquals(
        "GITHUB_CONNECTOR_SECRETS", SqlName.of("github_connector").plus("_secrets").text());
  }

  @Test
  void anAccessDoesNotShowItsToken() {
    assertFalse(new GitHubAccess(List.of("a:1"), "ghp_private").toString().contains("private"));
  }
}
