package io.snowpull.local.engine.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.local.engine.account.RunningAccount;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Binds and parameters that no driver sends: each request is answered, with a code that says why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 400;

  private RunningAccount account;
  private RawClient client;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    account = new RunningAccount(directory);
    client = new RawClient(account.account());
  }

  @AfterAll
  void stop() {
    account.close();
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, 1e999999999",
    "FIXED, -1e-999999999",
    "FIXED, 1e2147483648",
    "FIXED, 1e50",
    "FIXED, x",
    "REAL, x",
    "TIME, 99999999999999999999",
    "TIME, -1",
    "DATE, 1e5",
    "TIMESTAMP_NTZ, 1e999999999",
    "TIMESTAMP_NTZ, 1e40",
    "TIMESTAMP_LTZ, -1e-999999999",
    "TIMESTAMP_TZ, 1 999999",
    "TIMESTAMP_TZ, 1 x",
    "BINARY, xyz",
    "BINARY, a"
  })
  void aBindThatIsNoValueOfItsTypeIsRefused(String type, String value) throws Exception {
    assertEquals("002049", code(bound(type, value)));
  }

  @ParameterizedTest
  @CsvSource({"FIXED", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ", "TIME", "DATE"})
  void aBindOfManyDigitsIsRefused(String type) throws Exception {
    assertEquals("002049", code(bound(type, "9".repeat(MANY))));
  }

  @ParameterizedTest
  @CsvSource({
    "REAL, 1e400",
    "DATE, 9223372036854775807",
    "DATE, -9223372036854775808",
    "TIMESTAMP_NTZ, 31556889864403199999999999",
    "TIMESTAMP_LTZ, -31557014167219200000000000",
    "TIME, 86399999999999",
    "BOOLEAN, maybe"
  })
  void aBindAtTheEdgeOfItsTypeIsAnsweredOrRefusedByName(String type, String value)
      throws Exception {
    String code = code(bound(type, value));
    assertEquals("", code.replaceFirst("^(?!990002)(\\d{6}|null)$", ""), code);
  }

  @ParameterizedTest
  @CsvSource({
    "STATEMENT_TIMEOUT_IN_SECONDS, soon",
    "STATEMENT_TIMEOUT_IN_SECONDS, -1",
    "STATEMENT_TIMEOUT_IN_SECONDS, 1e3",
    "MULTI_STATEMENT_COUNT, many"
  })
  void aParameterOfTheRequestThatIsNoNumberEndsTheQuery(String name, String value)
      throws Exception {
    ObjectNode request = JSON.createObjectNode().put("sqlText", "SELECT 1");
    request.putObject("parameters").put(name, value);
    assertEquals("001008", code(request));
  }

  @Test
  void aLongTimeoutIsNoTimeoutAtOnce() throws Exception {
    ObjectNode request = JSON.createObjectNode().put("sqlText", "SELECT 1");
    request.putObject("parameters").put("STATEMENT_TIMEOUT_IN_SECONDS", "999999999999");
    assertEquals("null", code(request));
  }

  private static ObjectNode bound(String type, String value) {
    ObjectNode request = JSON.createObjectNode().put("sqlText", "SELECT ?");
    request.putObject("bindings").putObject("1").put("type", type).put("value", value);
    return request;
  }

  private String code(ObjectNode request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.query(request);
    assertEquals(200, response.statusCode());
    return RawClient.json(response).path("code").asText();
  }
}
