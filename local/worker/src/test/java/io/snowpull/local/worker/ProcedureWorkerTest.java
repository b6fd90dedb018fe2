package io.snowpull.local.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.local.worker.protocol.CallRequest;
import io.snowpull.local.worker.protocol.SecretValue;
import io.snowpull.local.worker.protocol.SessionTarget;
import io.snowpull.local.worker.protocol.SqlKind;
import io.snowpull.local.worker.protocol.SqlValue;
import io.snowpull.local.worker.protocol.WarmUpRequest;
import io.snowpull.local.worker.protocol.WorkerMessage;
import io.snowpull.local.worker.protocol.WorkerMessage.Failed;
import io.snowpull.local.worker.protocol.WorkerMessage.FailureKind;
import io.snowpull.local.worker.protocol.WorkerMessage.Returned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcedureWorkerTest {
  private Path directory;
  private FakeAccount account;
  private FakeAccount elsewhere;
  private Path jar;
  private RunningWorker worker;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    directory = temporary;
    account = new FakeAccount();
    elsewhere = new FakeAccount();
    String types = read("TypesHandler.java.txt");
    String reach = read("ReachHandler.java.txt");
    jar =
        HandlerJar.compile(directory, Map.of("app.TypesHandler", types, "app.ReachHandler", reach));
    worker = new RunningWorker(Files.createDirectories(directory.resolve("scratch")));
  }

  @AfterAll
  void stop() {
    worker.close();
    account.close();
    elsewhere.close();
  }

  private static String read(String name) throws IOException {
    try (var in = ProcedureWorkerTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private WorkerMessage call(
      String handler,
      SqlKind returns,
      List<SecretValue> secrets,
      List<String> egress,
      SqlValue... arguments)
      throws IOException {
    return worker.ask(
        new CallRequest(
            List.of(jar.toString()),
            "app." + handler,
            List.of(arguments),
            returns,
            target(),
            secrets,
            egress,
            List.of()));
  }

  private SessionTarget target() {
    return new SessionTarget(
        account.url(), "PROCEDURE", "one-time", Map.of("DB", "D", "SCHEMA", "S"));
  }

  private Returned returned(String handler, SqlKind returns, SqlValue... arguments)
      throws IOException {
    WorkerMessage answer = call(handler, returns, List.of(), List.of(), arguments);
    return assertInstanceOf(Returned.class, answer, answer::toString);
  }

  private Failed failed(String handler, SqlKind returns, SqlValue... arguments) throws IOException {
    return assertInstanceOf(Failed.class, call(handler, returns, List.of(), List.of(), arguments));
  }

  private static SqlValue value(SqlKind kind, @Nullable String text) {
    return new SqlValue(kind, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "string|VARCHAR|it's|VARCHAR|it's",
        "shortValue|NUMBER|7|NUMBER|7",
        "intValue|NUMBER|-12|NUMBER|-12",
        "longValue|NUMBER|9223372036854775807|NUMBER|9223372036854775807",
        "decimal|NUMBER|12345678901234567890.5|NUMBER|12345678901234567890.5",
        "bigInteger|NUMBER|12345678901234567890|NUMBER|12345678901234567890",
        "string|NUMBER|1.50|NUMBER|1.50",
        "doubleValue|FLOAT|0.1|FLOAT|0.1",
        "floatValue|FLOAT|0.5|FLOAT|0.5",
        "booleanValue|BOOLEAN|true|BOOLEAN|true",
        "bytes|BINARY|00FF|BINARY|00FF",
        "date|DATE|2019-10-04|DATE|2019-10-04",
        "time|TIME|01:02:03|TIME|01:02:03",
        "timestamp|TIMESTAMP_NTZ|2019-10-04T01:02:03.000004|TIMESTAMP_NTZ|2019-10-04T01:02:03.000004",
        "timestamp|TIMESTAMP_LTZ|2019-10-04T01:02:03+02:00|TIMESTAMP_LTZ|2019-10-03T23:02:03Z",
        "variant|VARIANT|{\"a\":[1,null,\"x\"]}|VARIANT|{\"a\":[1,null,\"x\"]}",
        "variant|VARIANT|\"text\"|VARIANT|\"text\"",
        "array|ARRAY|[\"a\",1,null,{\"b\":2}]|ARRAY|[\"a\",\"1\",null,\"{\\\"b\\\":2}\"]",
        "map|OBJECT|{\"a\":\"x\",\"b\":2}|OBJECT|{\"a\":\"x\",\"b\":\"2\"}",
        "string|OBJECT|{\"a\":1}|OBJECT|{\"a\":1}",
      })
  void mapsTypesBothWays(String method, SqlKind in, String text, SqlKind out, String expected)
      throws IOException {
    Returned returned = returned("TypesHandler." + method, out, value(in, text));
    assertEquals(new SqlValue(out, expected), returned.value());
  }

  @Test
  void passesNullAndReturnsNull() throws IOException {
    assertNull(
        returned("TypesHandler.string", SqlKind.VARCHAR, value(SqlKind.VARCHAR, null))
            .value()
            .text());
  }

  @Test
  void refusesNullForAPrimitive() throws IOException {
    Failed failure = failed("TypesHandler.longValue", SqlKind.NUMBER, value(SqlKind.NUMBER, null));
    assertEquals(FailureKind.VALUE, failure.kind());
  }

  @Test
  void refusesANumberThatDoesNotFit() throws IOException {
    Failed failure =
        failed("TypesHandler.shortValue", SqlKind.NUMBER, value(SqlKind.NUMBER, "70000"));
    assertEquals(FailureKind.VALUE, failure.kind());
  }

  @Test
  void refusesAResultTypeWithoutMapping() throws IOException {
    Failed failure = failed("TypesHandler.date", SqlKind.VARCHAR, value(SqlKind.DATE, null));
    assertEquals(FailureKind.VALUE, failure.kind());
    assertTrue(failure.text().contains("java.sql.Date"), failure.text());
  }

  @Test
  void givesTheHandlerARealSession() throws IOException {
    Returned returned = returned("TypesHandler.query", SqlKind.NUMBER);
    assertEquals("42", returned.value().text());
    assertTrue(returned.reusable());
    assertTrue(account.requests().stream().anyMatch(request -> request.contains("select 6*7")));
  }

  @Test
  void callsInstanceMethodsOfNestedClasses() throws IOException {
    assertEquals("nested", returned("TypesHandler.Nested.run", SqlKind.VARCHAR).value().text());
  }

  @Test
  void keepsTheHandlersPrintsOutOfTheProtocol() throws IOException {
    assertEquals("printed", returned("TypesHandler.print", SqlKind.VARCHAR).value().text());
  }

  @Test
  void reportsWhatTheHandlerThrew() throws IOException {
    Failed failure = failed("TypesHandler.fail", SqlKind.VARCHAR);
    assertEquals(FailureKind.HANDLER, failure.kind());
    assertEquals("java.lang.IllegalStateException", failure.exceptionClass());
    assertEquals("boom", failure.text());
    assertTrue(failure.frames().get(0).startsWith("app.TypesHandler.fail(TypesHandler.java:"));
    assertEquals(List.of("java.io.IOException: cause"), failure.causes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TypesHandler.absent", "Absent.run", "TypesHandler.secretly", "nomethod"})
  void namesAHandlerThatIsNotThere(String handler) throws IOException {
    assertEquals(FailureKind.HANDLER_SHAPE, failed(handler, SqlKind.VARCHAR).kind());
  }

  @Test
  void handsOverLogRecords() throws IOException {
    returned("TypesHandler.log", SqlKind.VARCHAR);
    WorkerMessage.Log log =
        worker.logs().stream().filter(l -> l.logger().equals("app.log")).findFirst().orElseThrow();
    assertEquals("WARN", log.level());
    assertEquals("page 3", log.text());
    assertEquals(Map.of("repository", "o/r"), log.attributes());
  }

  @Test
  void servesTheSecretsOfTheCallOnly() throws IOException {
    SecretValue secret = new SecretValue("token", "GENERIC_STRING", null, "hush");
    Returned with =
        assertInstanceOf(
            Returned.class,
            call("ReachHandler.secret", SqlKind.VARCHAR, List.of(secret), List.of()));
    assertEquals("hush", with.value().text());
    Failed without = failed("ReachHandler.secret", SqlKind.VARCHAR);
    assertTrue(without.text().contains("'token'"), without.text());
    assertFalse(secret.toString().contains("hush"));
  }

  @Test
  void connectsToAllowedHostsOnly() throws IOException {
    SqlValue url = value(SqlKind.VARCHAR, elsewhere.url());
    String allowed = "127.0.0.1:" + elsewhere.port();
    assertInstanceOf(
        Returned.class,
        call("ReachHandler.fetch", SqlKind.NUMBER, List.of(), List.of(allowed), url));
    Failed denied = failed("ReachHandler.fetch", SqlKind.NUMBER, url);
    assertEquals("java.lang.SecurityException", denied.exceptionClass());
    assertTrue(denied.text().contains(allowed), denied.text());
  }

  @Test
  void allowsAHostByNameAndItsPortOnly() throws IOException {
    String port = String.valueOf(elsewhere.port());
    SqlValue url = value(SqlKind.VARCHAR, "http://localhost:" + port);
    assertInstanceOf(
        Returned.class,
        call("ReachHandler.fetch", SqlKind.NUMBER, List.of(), List.of("localhost:" + port), url));
    assertInstanceOf(
        Returned.class,
        call("ReachHandler.fetch", SqlKind.NUMBER, List.of(), List.of("localhost:0"), url));
    assertInstanceOf(
        Failed.class,
        call("ReachHandler.fetch", SqlKind.NUMBER, List.of(), List.of("localhost:1"), url));
  }

  @Test
  void keepsTheAccountToItsDriver() throws IOException {
    Failed denied =
        failed("ReachHandler.fetch", SqlKind.NUMBER, value(SqlKind.VARCHAR, account.url()));
    assertEquals("java.lang.SecurityException", denied.exceptionClass());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "readPasswords",
        "readEnvironment",
        "writeHome",
        "link",
        "exec",
        "exit",
        "listen",
        "worker",
        "guard",
        "replaceGuard",
        "writeStandardOutput"
      })
  void deniesWhatNoProcedureMayDo(String method) throws IOException {
    Failed denied = failed("ReachHandler." + method, SqlKind.VARCHAR);
    assertEquals(FailureKind.HANDLER, denied.kind());
    assertTrue(
        denied.exceptionClass().equals("java.lang.SecurityException")
            || denied.exceptionClass().equals("java.lang.ClassNotFoundException"),
        denied.toString());
  }

  @Test
  void letsHandlersUseTheScratchDirectory() throws IOException {
    assertEquals("scratch", returned("ReachHandler.scratch", SqlKind.VARCHAR).value().text());
  }

  @Test
  void tellsWhenCodeOutlivesItsCall() throws IOException {
    assertFalse(returned("ReachHandler.leaveThread", SqlKind.VARCHAR).reusable());
  }

  @Test
  void warmsUp() throws IOException {
    assertInstanceOf(Returned.class, worker.ask(new WarmUpRequest(target())));
  }
}
