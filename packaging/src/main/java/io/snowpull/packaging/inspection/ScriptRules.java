package io.snowpull.packaging.inspection;

import io.snowpull.packaging.inspection.SetupScript.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a setup script may not do.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/creating-setup-script">setup
 *     script</a>
 */
final class ScriptRules {

  private static final int LARGEST_STATEMENT = 1_000_000;

  /** A forbidden form, with the way out. */
  private record Forbidden(String tag, Pattern form, String text) {

    static Forbidden of(String tag, String form, String text) {
      return new Forbidden(tag, Pattern.compile(form, Pattern.CASE_INSENSITIVE), text);
    }
  }

  private static final List<Forbidden> FORBIDDEN =
      List.of(
          Forbidden.of(
              "UseInScript",
              "^USE (DATABASE|SCHEMA|ROLE|SECONDARY)\\b.*",
              "USE is not allowed in a setup script. Qualify every name."),
          Forbidden.of(
              "CallersRights",
              ".*\\bEXECUTE AS CALLER\\b.*",
              "an application's procedure cannot run with its caller's rights. EXECUTE AS OWNER."),
          Forbidden.of(
              "ReplacedState",
              "^CREATE OR REPLACE (TRANSIENT )?(TABLE|SCHEMA|DATABASE)\\b.*",
              "an upgrade would lose what is stored. Use IF NOT EXISTS, and ADD COLUMN IF NOT"
                  + " EXISTS."),
          Forbidden.of(
              "ReplacedTask",
              "^CREATE OR REPLACE TASK\\b.*",
              "a replaced task is suspended and its next run cancelled. Use CREATE OR ALTER."),
          Forbidden.of(
              "NotRepeatable",
              "^CREATE (?!OR |.*IF NOT EXISTS)(APPLICATION ROLE|TABLE|SCHEMA|VERSIONED SCHEMA|"
                  + "PROCEDURE|FUNCTION|VIEW|STREAMLIT|TASK|STAGE|SEQUENCE)\\b.*",
              "the script runs again after a failure. Say OR REPLACE, OR ALTER or IF NOT EXISTS."),
          Forbidden.of(
              "TemporaryObject",
              "^CREATE (OR REPLACE )?(LOCAL |GLOBAL )?(TEMP|TEMPORARY|VOLATILE) .*",
              "an application cannot have temporary objects."),
          Forbidden.of(
              "DroppedSchema",
              "^DROP SCHEMA\\b.*",
              "a versioned schema cannot be dropped, and another holds state."),
          Forbidden.of(
              "LevelAltered",
              "^ALTER (APPLICATION|DATABASE|SESSION|ACCOUNT)\\b.*\\b(LOG_LEVEL|TRACE_LEVEL)\\b.*",
              "levels belong into the manifest."),
          Forbidden.of(
              "AccountRole",
              "^(CREATE|GRANT|DROP) (DATABASE )?ROLE\\b.*",
              "application roles are the only ones an application has."));

  private static final Pattern CONTEXT =
      Pattern.compile(
          "(?i)\\b(CURRENT_IP_ADDRESS|CURRENT_AVAILABLE_ROLES|CURRENT_SECONDARY_ROLES|"
              + "ALL_USER_NAMES|CURRENT_WAREHOUSE|SYSTEM\\$ALLOWLIST)\\s?\\(");
  private static final Pattern CREATED =
      Pattern.compile(
          "(?i)^CREATE (?:OR REPLACE |OR ALTER )?(TABLE|VIEW|PROCEDURE|FUNCTION|STREAMLIT|TASK|STAGE)"
              + " (?:IF NOT EXISTS )?([^ (]+).*");

  private ScriptRules() {}

  static void check(SetupScript script, Findings findings) {
    for (Statement statement : script.statements()) {
      for (Forbidden rule : FORBIDDEN) {
        if (rule.form().matcher(statement.words()).matches()) {
          findings.add(rule.tag(), statement.place(), rule.text());
        }
      }
      // Bodies of procedures run as the application too, so they are read with their literals.
      if (CONTEXT.matcher(statement.text()).find()) {
        findings.add(
            "ContextFunction",
            statement.place(),
            "calls a context function that an application cannot see.");
      }
      var created = CREATED.matcher(statement.words());
      if (created.matches() && !created.group(2).contains(".")) {
        findings.add(
            "NotQualified",
            statement.place(),
            created.group(1).toUpperCase(Locale.ROOT)
                + " "
                + created.group(2)
                + " names no schema; creating one does not make it current.");
      }
      if (statement.text().length() > LARGEST_STATEMENT) {
        findings.add(
            "StatementTooLarge",
            statement.place(),
            "has " + statement.text().length() + " characters; a statement has at most 1 MB.");
      }
    }
  }
}
