package io.snowpull.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.github.com/, https://api.github.com/x",
    "https://ghe.example/api/v3, https://ghe.example/api/v3/x",
    "http://127.0.0.1:8080, http://127.0.0.1:8080/x",
    "http://localhost:1, http://localhost:1/x",
    "http://[::1]:1, http://[::1]:1/x",
  })
  void takesEncryptedAndLoopbackAddresses(String text, String resolved) {
    assertEquals(URI.create(resolved), BaseUrl.of(text, "https://<host>").resolve("/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.github.com",
        "http://api.github.com",
        "http://127.0.0.1.example",
        "ftp://127.0.0.1",
        "https://user:secret@api.github.com",
        "https://api.github.com?x=1",
        "https://api.github.com#x",
        "https://a b",
      })
  void refusesAnythingElse(String text) {
    ConnectorException failure =
        assertThrows(ConnectorException.class, () -> BaseUrl.of(text, "https://<host>"));
    assertEquals(RuntimeError.API_BASE_URL_INVALID, failure.code());
    assertFalse(String.valueOf(failure.getMessage()).contains("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.github.com/x, true",
    "https://API.GitHub.com:443/x, true",
    "http://api.github.com/x, false",
    "https://api.github.com:8443/x, false",
    "https://api.github.com.evil.example/x, false",
    "https://t@api.github.com/x, false",
    "/x, false",
  })
  void coversItsOwnSchemeHostAndPortOnly(String address, boolean covered) {
    assertEquals(covered, BaseUrl.of("https://api.github.com", "").covers(URI.create(address)));
  }

  @Test
  void comparesPortsWhereTheyAreGiven() {
    assertFalse(BaseUrl.of("http://127.0.0.1:1", "").covers(URI.create("http://127.0.0.1:2/")));
  }
}
