package io.snowpull.packaging.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Java procedures: their jar, handler, packages, and where they may live. */
final class ProcedureRules {

  private static final String SNOWPARK = "com.snowflake:snowpark:";
  private static final List<String> RUNTIMES = List.of("11", "17", "21");

  private final Path folder;
  private final String snowparkVersion;
  private final Findings findings;
  private final Map<String, JarMethods> jars = new HashMap<>();

  private ProcedureRules(Path folder, String snowparkVersion, Findings findings) {
    this.folder = folder;
    this.snowparkVersion = snowparkVersion;
    this.findings = findings;
  }

  static void check(Path folder, SetupScript script, String snowparkVersion, Findings findings)
      throws IOException {
    ProcedureRules rules = new ProcedureRules(folder, snowparkVersion, findings);
    Schemas schemas = Schemas.of(script);
    for (CreatedProcedure procedure : CreatedProcedure.of(script)) {
      if (procedure.java()) {
        rules.check(procedure, schemas);
      }
    }
  }

  private void check(CreatedProcedure procedure, Schemas schemas) throws IOException {
    String place = procedure.statement().place();
    if (!schemas.versioned(procedure.name())) {
      findings.add(
          "ImportsOutsideVersionedSchema",
          place,
          procedure.name() + " imports a jar, which works in a versioned schema only.");
    }
    packages(procedure, place);
    if (procedure.texts("RUNTIME_VERSION").stream().noneMatch(RUNTIMES::contains)) {
      findings.add(
          "RuntimeVersion", place, procedure.name() + " needs RUNTIME_VERSION 11, 17 or 21.");
    }
    List<String> handler = procedure.texts("HANDLER");
    if (handler.size() != 1) {
      findings.add("HandlerMissing", place, procedure.name() + " names no handler.");
      return;
    }
    for (String jar : procedure.texts("IMPORTS")) {
      if (jar.startsWith("@") || !Files.isRegularFile(folder.resolve(jar.substring(1)))) {
        findings.add(
            "ImportUnknown",
            place,
            procedure.name() + " imports '" + jar + "', which is no file of the folder.");
      } else {
        handler(procedure, handler.get(0), jar, place);
      }
    }
  }

  private void packages(CreatedProcedure procedure, String place) {
    Optional<String> version =
        procedure.texts("PACKAGES").stream()
            .filter(name -> name.startsWith(SNOWPARK))
            .map(name -> name.substring(SNOWPARK.length()))
            .findFirst();
    if (version.isEmpty()) {
      findings.add(
          "SnowparkPackage", place, procedure.name() + " needs '" + SNOWPARK + "...' in PACKAGES.");
    } else if (!version.get().equals("latest") && !version.get().equals(snowparkVersion)) {
      findings.add(
          "SnowparkPackage",
          place,
          procedure.name()
              + " runs on Snowpark "
              + version.get()
              + " but is compiled against "
              + snowparkVersion
              + ". Use the same, or latest.");
    }
  }

  private void handler(CreatedProcedure procedure, String handler, String jar, String place)
      throws IOException {
    JarMethods methods = jars.get(jar);
    if (methods == null) {
      methods = JarMethods.read(folder.resolve(jar.substring(1)));
      jars.put(jar, methods);
    }
    int dot = handler.lastIndexOf('.');
    List<String> signatures =
        methods.signatures(handler.substring(0, dot), handler.substring(dot + 1));
    if (signatures.isEmpty()) {
      findings.add(
          "HandlerUnknown",
          place,
          procedure.name() + ": " + jar + " has no public method " + handler + ".");
    } else if (signatures.stream()
        .noneMatch(one -> JavaSignature.matches(one, procedure.types(), procedure.returns()))) {
      findings.add(
          "HandlerSignature",
          place,
          procedure.signature()
              + " returning "
              + procedure.returns()
              + " does not fit "
              + handler
              + " "
              + signatures
              + ".");
    }
  }
}
