package io.snowpull.packaging.inspection;

import io.snowpull.packaging.inspection.SetupScript.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grants name procedures and roles that exist, and never one that consumers cannot call. */
final class GrantRules {

  private static final Pattern GRANT =
      Pattern.compile(
          "(?i)^GRANT USAGE ON PROCEDURE ([A-Z0-9_$.]+)\\s?\\((.*)\\) TO APPLICATION ROLE (\\S+)$");
  private static final Pattern ROLE =
      Pattern.compile("(?i)^CREATE APPLICATION ROLE (?:IF NOT EXISTS )?([A-Z0-9_$]+).*");
  private static final Pattern TO_ROLE =
      Pattern.compile("(?i)^GRANT .* TO APPLICATION ROLE (\\S+)$");
  private static final Pattern ALTERED =
      Pattern.compile("(?i)ALTER PROCEDURE ([A-Z0-9_$.]+)\\s?\\(([^)]*)\\) SET");

  private GrantRules() {}

  static void check(SetupScript script, Findings findings) {
    List<CreatedProcedure> created = CreatedProcedure.of(script);
    Set<String> signatures = new TreeSet<>();
    created.forEach(procedure -> signatures.add(procedure.signature()));
    Set<String> bound = bound(script, signatures, findings);
    created.stream()
        .filter(GrantRules::namesIntegration)
        .forEach(procedure -> bound.add(procedure.signature()));
    Set<String> roles = roles(script);
    for (Statement statement : script.statements()) {
      Matcher role = TO_ROLE.matcher(statement.words());
      if (role.matches() && !roles.contains(role.group(1).toUpperCase(Locale.ROOT))) {
        findings.add(
            "RoleUnknown", statement.place(), "role " + role.group(1) + " is not created here.");
      }
      Matcher grant = GRANT.matcher(statement.words());
      if (!grant.matches()) {
        continue;
      }
      String signature = signature(grant.group(1), grant.group(2));
      if (!signatures.contains(signature)) {
        findings.add(
            "GrantUnknown",
            statement.place(),
            signature + " is not created here. Grants need the same argument types.");
      }
      if (bound.contains(signature)) {
        findings.add(
            "DirectGrant",
            statement.place(),
            signature + " has external access; consumers cannot call it. Grant a wrapper instead.");
      }
    }
  }

  private static boolean namesIntegration(CreatedProcedure procedure) {
    return procedure.java()
        && procedure
            .statement()
            .words()
            .toUpperCase(Locale.ROOT)
            .contains("EXTERNAL_ACCESS_INTEGRATIONS");
  }

  private static Set<String> roles(SetupScript script) {
    Set<String> roles = new TreeSet<>();
    for (Statement statement : script.statements()) {
      Matcher role = ROLE.matcher(statement.words());
      if (role.matches()) {
        roles.add(role.group(1).toUpperCase(Locale.ROOT));
      }
    }
    return roles;
  }

  /** Procedures that the bodies of others attach an integration to. */
  private static Set<String> bound(SetupScript script, Set<String> signatures, Findings findings) {
    Set<String> bound = new TreeSet<>();
    for (Statement statement : script.statements()) {
      Matcher altered = ALTERED.matcher(statement.text());
      while (altered.find()) {
        String signature = signature(altered.group(1), altered.group(2));
        bound.add(signature);
        if (!signatures.contains(signature)) {
          findings.add(
              "BoundUnknown",
              statement.place(),
              "attaches an integration to " + signature + ", which is not created here.");
        }
      }
    }
    return bound;
  }

  private static String signature(String name, String types) {
    return name.toUpperCase(Locale.ROOT)
        + CreatedProcedure.split(types).stream()
            .map(type -> type.strip().toUpperCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
  }
}
