package io.snowpull.packaging.inspection;

import io.snowpull.annotations.AccountPrivilege;
import io.snowpull.annotations.ObjectType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The manifest, and that the script keeps what it promises.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/manifest-reference">manifest
 *     reference</a>
 */
final class ManifestRules {

  private static final String PLACE = "manifest.yml";
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_\\-$. ]{1,30}");

  private final Path folder;
  private final Manifest manifest;
  private final SetupScript script;
  private final Findings findings;

  private ManifestRules(Path folder, Manifest manifest, SetupScript script, Findings findings) {
    this.folder = folder;
    this.manifest = manifest;
    this.script = script;
    this.findings = findings;
  }

  static void check(Path folder, Manifest manifest, SetupScript script, Findings findings) {
    ManifestRules rules = new ManifestRules(folder, manifest, script, findings);
    rules.head();
    rules.privileges();
    manifest.named("references").forEach(rules::reference);
  }

  private void head() {
    String version = manifest.text("manifest_version");
    if (!version.equals("1") && !version.equals("2")) {
      add("ManifestVersion", "manifest_version is '" + version + "'; it is 1 or 2.");
    }
    String name = manifest.text("version", "name");
    if (!name.isEmpty() && !VERSION.matcher(name).matches()) {
      add("VersionName", "version name '" + name + "' is not 1 to 30 of [A-Za-z0-9_-$. ].");
    }
    for (String key : List.of("setup_script", "readme")) {
      String file = manifest.text("artifacts", key);
      if (!file.isEmpty() && !Files.isRegularFile(folder.resolve(file))) {
        add("ArtifactUnknown", key + " '" + file + "' is no file of the folder.");
      }
    }
    boolean java = CreatedProcedure.of(script).stream().anyMatch(CreatedProcedure::java);
    if (java && !manifest.text("artifacts", "extension_code").equals("true")) {
      add("ExtensionCode", "Java procedures need artifacts.extension_code: true.");
    }
    String page = manifest.text("artifacts", "default_streamlit");
    if (!page.isEmpty() && !creates("STREAMLIT", page)) {
      add("StreamlitUnknown", "default_streamlit " + page + " is not created by setup.sql.");
    }
  }

  private boolean creates(String kind, String name) {
    Pattern create =
        Pattern.compile(
            "(?i)^CREATE (OR REPLACE )?"
                + kind
                + " (IF NOT EXISTS )?"
                + Pattern.quote(name)
                + "( .*)?");
    return script.statements().stream()
        .anyMatch(statement -> create.matcher(statement.words()).matches());
  }

  private void privileges() {
    manifest
        .named("privileges")
        .forEach(
            (name, value) -> {
              Optional<AccountPrivilege> known =
                  Arrays.stream(AccountPrivilege.values())
                      .filter(privilege -> privilege.sql().equals(name))
                      .findFirst();
              boolean second = manifest.text("manifest_version").equals("2");
              if (known.isEmpty()) {
                add("PrivilegeUnknown", "privilege " + name + " does not exist.");
              } else if (!(second
                  ? known.get().grantedAutomatically()
                  : known.get().requestable())) {
                add("PrivilegeUnknown", "privilege " + name + " is not for this manifest version.");
              }
              if (!(value.get("description") instanceof String text) || text.isBlank()) {
                add("DescriptionMissing", "privilege " + name + " has no description.");
              }
            });
  }

  private void reference(String name, Map<?, ?> reference) {
    String type = String.valueOf(reference.get("object_type"));
    Optional<ObjectType> known =
        Arrays.stream(ObjectType.values()).filter(one -> one.sql().equals(type)).findFirst();
    if (known.isEmpty()) {
      add("ReferenceType", "reference " + name + " has the unknown object_type " + type + ".");
      return;
    }
    for (String privilege : Manifest.texts(reference, "privileges")) {
      if (known.get().privileges().stream().noneMatch(one -> one.name().equals(privilege))) {
        add("ReferencePrivilege", "reference " + name + ": no " + privilege + " on " + type + ".");
      }
    }
    callback(name, reference, "register_callback", "(VARCHAR, VARCHAR, VARCHAR)", true);
    callback(name, reference, "configuration_callback", "(VARCHAR)", known.get().configured());
  }

  private void callback(
      String name, Map<?, ?> reference, String key, String types, boolean required) {
    Object callback = reference.get(key);
    if (callback == null) {
      if (required) {
        add("CallbackMissing", "reference " + name + " needs a " + key + ".");
      }
      return;
    }
    String signature = String.valueOf(callback).toUpperCase(Locale.ROOT) + types;
    if (CreatedProcedure.of(script).stream()
        .noneMatch(procedure -> procedure.signature().equals(signature))) {
      add(
          "CallbackUnknown",
          "reference " + name + ": " + key + " " + signature + " is not created by setup.sql.");
    }
  }

  private void add(String tag, String text) {
    findings.add(tag, PLACE, text);
  }
}
