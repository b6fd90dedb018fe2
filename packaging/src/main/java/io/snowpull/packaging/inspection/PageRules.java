package io.snowpull.packaging.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.packaging.inspection.SetupScript.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Streamlit pages: their files, their environment, and that they ask for what is declared. */
final class PageRules {

  private static final Pattern CREATE =
      Pattern.compile(
          "(?i)^CREATE (?:OR REPLACE )?STREAMLIT (?:IF NOT EXISTS )?(\\S+) FROM '([^']*)'"
              + " MAIN_FILE = '([^']*)'.*",
          Pattern.DOTALL);
  private static final Pattern PIN = Pattern.compile("(?m)^\\s*- streamlit=\\d");
  private static final Pattern CHANNEL = Pattern.compile("(?m)^\\s*- snowflake\\s*$");
  private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\n]*)[\"']");

  private PageRules() {}

  static void check(Path folder, Manifest manifest, SetupScript script, Findings findings)
      throws IOException {
    Schemas schemas = Schemas.of(script);
    for (Statement statement : script.statements()) {
      Matcher create = CREATE.matcher(statement.text());
      if (!create.matches()) {
        continue;
      }
      if (!schemas.versioned(create.group(1).toUpperCase(Locale.ROOT))) {
        findings.add(
            "PageOutsideVersionedSchema",
            statement.place(),
            create.group(1) + " must live in a versioned schema, as its files change.");
      }
      Path root = folder.resolve(create.group(2).replaceFirst("^/", ""));
      Path main = root.resolve(create.group(3).replaceFirst("^/", ""));
      if (!Files.isRegularFile(main)) {
        findings.add(
            "PageMissing",
            statement.place(),
            "main file " + folder.relativize(main) + " is no file of the folder.");
        continue;
      }
      environment(main.resolveSibling("environment.yml"), findings);
      texts(root, manifest, findings);
      retyped(root, generatedNames(folder), findings);
    }
  }

  /** The names in the model of the application, each with its schema. */
  private static Set<String> generatedNames(Path folder) throws IOException {
    Path file = folder.resolve("app.json");
    if (!Files.isRegularFile(file)) {
      return Set.of();
    }
    JsonNode model = new ObjectMapper().readTree(Files.readString(file));
    Set<String> names = new TreeSet<>();
    for (String kind : List.of("procedures", "tables", "views")) {
      for (JsonNode one : model.path(kind)) {
        names.add(one.path("name").asText());
        one.path("wrapper").forEach(wrapper -> names.add(wrapper.asText()));
      }
    }
    return names;
  }

  /** A name that stands in two places drifts apart: the page takes it from the model. */
  private static void retyped(Path root, Set<String> names, Findings findings) throws IOException {
    for (Path file : pythonFiles(root)) {
      String text = Files.readString(file);
      for (String name : names) {
        if (Pattern.compile("(?i)(?<![\\w.])" + Pattern.quote(name) + "(?![\\w.])")
            .matcher(text)
            .find()) {
          findings.add(
              "PageName",
              root.relativize(file).toString(),
              "spells " + name + " itself; take it from app.json, where it is generated.");
        }
      }
    }
  }

  private static List<Path> pythonFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(one -> one.toString().endsWith(".py")).sorted().toList();
    }
  }

  private static void environment(Path file, Findings findings) throws IOException {
    String text = Files.isRegularFile(file) ? Files.readString(file) : "";
    if (!PIN.matcher(text).find()) {
      findings.add(
          "StreamlitPin",
          "environment.yml",
          "pin streamlit as '- streamlit=<version>'; an application gets 1.22.0 otherwise.");
    }
    if (!CHANNEL.matcher(text).find()) {
      findings.add(
          "StreamlitChannel", "environment.yml", "the channel snowflake is the only one allowed.");
    }
  }

  private static void texts(Path root, Manifest manifest, Findings findings) throws IOException {
    Set<String> declared = manifest.named("privileges").keySet();
    List<String> references =
        manifest.named("references").keySet().stream()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .toList();
    Set<String> privileges = new TreeSet<>();
    Arrays.stream(AccountPrivilege.values()).forEach(one -> privileges.add(one.sql()));
    for (Path file : pythonFiles(root)) {
      Matcher text = QUOTED.matcher(Files.readString(file));
      while (text.find()) {
        String value = text.group(1);
        if (privileges.contains(value) && !declared.contains(value)) {
          findings.add(
              "PagePrivilege",
              root.relativize(file).toString(),
              "asks for " + value + ", which the manifest does not declare.");
        }
        if (value.matches("(?i)[a-z_]+_reference")
            && !references.contains(value.toUpperCase(Locale.ROOT))) {
          findings.add(
              "PageReference",
              root.relativize(file).toString(),
              "asks for " + value + ", which the manifest does not declare.");
        }
      }
    }
  }
}
