package io.snowpull.processor;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Snowflake's own Java connectors state a procedure three or four times by hand, and copies drifted
 * apart in six places. One test for each of those bugs shows that here it cannot be written.
 *
 * @see <a href="https://github.com/snowflakedb/connectors-native-sdk">where they were read, at its
 *     head</a>
 */
class DriftTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path BASE = CASES.resolve("_base");
  private static final Path CONNECTOR = CASES.resolve("connector/input");

  private static final Pattern CREATED =
      Pattern.compile("CREATE OR REPLACE PROCEDURE (\\S+?)\\(([^)]*)\\)\\s+RETURNS (\\w+)");
  private static final Pattern NAMED =
      Pattern.compile("(?:ALTER|GRANT USAGE ON) PROCEDURE (\\S+?)\\(([^)]*)\\)");
  private static final Pattern ALTERED = Pattern.compile("ALTER PROCEDURE (\\S+?)\\(([^)]*)\\)");
  private static final Pattern CALLED = Pattern.compile("\\bCALL (\\S+?)\\(([^)]*)\\)");
  private static final Pattern BODY = Pattern.compile("\\$\\$\\n(.*?)\\n\\$\\$", Pattern.DOTALL);

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(file -> file.endsWith("setup.sql")).sorted().toList().stream();
    }
  }

  /**
   * The list of procedures to attach an integration to was written by hand and named one that does
   * not exist; the helper ignored the error.
   */
  @ParameterizedTest
  @MethodSource("scripts")
  void bug1TheIntegrationIsAttachedToAProcedureThatDoesNotExist(Path script) throws IOException {
    String setup = Files.readString(script);
    Map<String, List<String>> created = created(setup);
    NAMED
        .matcher(setup)
        .results()
        .forEach(
            named ->
                assertTrue(
                    created.containsKey(named.group(1) + types(named.group(2))),
                    script + " names " + named.group()));
  }

  @Test
  void bug1RenamingTheMethodRenamesEveryMention() throws IOException {
    Map<String, String> before = Compiled.of(BASE, CONNECTOR);
    Map<String, String> after =
        Compiled.edited(
            BASE,
            CONNECTOR,
            source ->
                source.replace("ingestData", "pullIssues").replace("INGEST_DATA", "PULL_ISSUES"));
    assertTrue(all(before).contains("INGEST_DATA"));
    assertFalse(all(after).contains("INGEST_DATA"), all(after));
    Set<String> bound =
        ALTERED
            .matcher(String.valueOf(after.get("setup.sql")))
            .results()
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));
    assertTrue(bound.contains("CORE.PULL_ISSUES"), bound.toString());
  }

  /** A callback passed three texts where the procedure takes one array. */
  @ParameterizedTest
  @MethodSource("scripts")
  void bug2ACallPassesAnotherNumberOfArguments(Path script) throws IOException {
    String setup = Files.readString(script);
    Map<String, List<String>> created = created(setup);
    CALLED
        .matcher(setup)
        .results()
        .forEach(
            called ->
                assertTrue(
                    created.entrySet().stream()
                        .anyMatch(
                            procedure ->
                                procedure.getKey().startsWith(called.group(1) + "(")
                                    && procedure.getValue().size()
                                        == arguments(called.group(2)).size()),
                    script + " calls " + called.group()));
  }

  /** An identifier was put into the text of a call without quotes. */
  @ParameterizedTest
  @MethodSource("scripts")
  void bug3AValueIsPutIntoTheTextOfACall(Path script) throws IOException {
    CALLED
        .matcher(Files.readString(script))
        .results()
        .flatMap(called -> arguments(called.group(2)).stream())
        .forEach(argument -> assertTrue(argument.matches(":\\w+"), script + ": " + argument));
    Path model = script.resolveSibling("app.json");
    Pattern.compile("\"call\": \"(.*)\"")
        .matcher(Files.readString(model))
        .results()
        .flatMap(call -> arguments(call.group(1).replaceAll("^CALL [^(]+\\(|\\)$", "")).stream())
        .forEach(
            argument -> assertTrue(argument.matches("\\?|PARSE_JSON\\(\\?\\)?"), model + argument));
  }

  /** One copy called an argument ingestion_configuration, the other ingestion_configurations. */
  @ParameterizedTest
  @MethodSource("scripts")
  void bug4TheSameArgumentHasTwoNames(Path script) throws IOException {
    Map<String, List<String>> created = created(Files.readString(script));
    created.forEach(
        (signature, arguments) -> {
          String wrapper = "PUBLIC" + signature.substring(signature.indexOf('.'));
          if (created.containsKey(wrapper)) {
            assertEquals(arguments, created.get(wrapper), script + ": " + signature);
          }
        });
    String documentation = Files.readString(script.resolveSibling("procedures.md"));
    created.forEach(
        (signature, arguments) -> {
          for (String argument : arguments) {
            boolean documented = documentation.contains("## " + signature.replaceAll("\\(.*", ""));
            assertTrue(
                !documented || documentation.contains("| " + argument.split(" ", 2)[0] + " |"),
                script + ": " + signature + " documents no " + argument);
          }
        });
  }

  /** One branch answered with the variable of the other. */
  @ParameterizedTest
  @MethodSource("scripts")
  void bug5AProcedureReturnsAVariableThatItDidNotSet(Path script) throws IOException {
    BODY.matcher(Files.readString(script))
        .results()
        .map(body -> body.group(1))
        .forEach(
            body ->
                Pattern.compile("RETURN ([A-Z_]+);")
                    .matcher(body)
                    .results()
                    .map(returned -> returned.group(1))
                    .filter(variable -> !variable.equals("NULL"))
                    .forEach(
                        variable -> {
                          String before = body.substring(0, body.indexOf("RETURN " + variable));
                          assertTrue(
                              before.contains(" INTO :" + variable)
                                  || before.contains(variable + " := "),
                              script + " returns " + variable + " unset:\n" + body);
                        }));
  }

  /** Manifest, page and lifecycle each had a list of privileges of their own. */
  @ParameterizedTest
  @MethodSource("scripts")
  void bug6ThreeListsOfPrivilegesDiffer(Path script) throws IOException {
    String manifest = Files.readString(script.resolveSibling("manifest.yml"));
    String model = Files.readString(script.resolveSibling("app.json"));
    String grants = Files.readString(script.resolveSibling("grants.sql"));
    String document = Files.readString(script.resolveSibling("privileges.md"));
    boolean byHand = model.contains("\"manifestVersion\": 1");
    Set<String> declared =
        Pattern.compile("\"privilege\": \"([A-Z ]+)\"")
            .matcher(model)
            .results()
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));
    for (String privilege : declared) {
      assertTrue(manifest.contains("- " + privilege + ":"), script + " manifest: " + privilege);
      assertTrue(document.contains("| `" + privilege + "` |"), script + " document: " + privilege);
      assertTrue(
          !byHand || grants.contains("GRANT " + privilege + " ON ACCOUNT"),
          script + " grants: " + privilege);
    }
    Set<String> inManifest =
        Pattern.compile("(?m)^  - ([A-Z][A-Z ]+):$")
            .matcher(manifest)
            .results()
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));
    assertEquals(declared, inManifest, script.toString());
  }

  /** The procedures of a script: name and types, with their arguments as they are named. */
  private static Map<String, List<String>> created(String setup) {
    return CREATED
        .matcher(setup)
        .results()
        .collect(toMap(DriftTest::signature, found -> arguments(found.group(2))));
  }

  private static String signature(MatchResult created) {
    return created.group(1)
        + arguments(created.group(2)).stream()
            .map(argument -> argument.split(" ")[1])
            .collect(joining(", ", "(", ")"));
  }

  private static String types(String list) {
    return "(" + String.join(", ", arguments(list)) + ")";
  }

  private static List<String> arguments(String list) {
    return list.isBlank() ? List.of() : Arrays.stream(list.split(",")).map(String::strip).toList();
  }

  private static String all(Map<String, String> files) {
    return String.join("\n", files.values());
  }
}
