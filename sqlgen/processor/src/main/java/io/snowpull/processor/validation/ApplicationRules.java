package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.PrivilegeDefinition;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.model.StreamlitDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules on version, runtime, paths and texts. */
final class ApplicationRules {

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_\\-$. ]{1,30}");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_\\-./]*");
  private static final Set<String> RUNTIMES = Set.of("11", "17", "21");

  private ApplicationRules() {}

  static void check(ApplicationDefinition application, Faults faults) {
    Origin origin = application.origin();
    version(application, origin, faults);
    runtime(application, origin, faults);
    for (RoleDefinition role : application.roles()) {
      text(role.comment(), "comment", role.origin(), faults);
    }
    for (SchemaDefinition schema : application.schemas()) {
      text(schema.comment(), "comment", schema.origin(), faults);
    }
    for (PrivilegeDefinition privilege : application.privileges()) {
      text(privilege.reason(), "reason", privilege.origin(), faults);
    }
    for (ReferenceDefinition reference : application.references()) {
      text(reference.label(), "label", reference.origin(), faults);
      text(reference.description(), "description", reference.origin(), faults);
    }
    for (StreamlitDefinition page : application.streamlits()) {
      path(page.from(), page.origin(), faults);
      path(page.mainFile(), page.origin(), faults);
    }
  }

  private static void version(ApplicationDefinition application, Origin origin, Faults faults) {
    String version = application.version().name();
    if (!VERSION.matcher(version).matches()) {
      faults.add(
          Problem.APPLICATION_INVALID_VERSION,
          origin,
          "version '"
              + version
              + "' is not 1 to 30 letters, digits, '_', '-', '$', '.' or spaces.");
    }
    if (application.manifestVersion() != 1 && application.manifestVersion() != 2) {
      faults.add(
          Problem.APPLICATION_MANIFEST_VERSION,
          origin,
          "manifest version " + application.manifestVersion() + " does not exist. Use 1 or 2.");
    }
  }

  private static void runtime(ApplicationDefinition application, Origin origin, Faults faults) {
    String runtime = application.runtime().version();
    if (!RUNTIMES.contains(runtime)) {
      faults.add(
          Problem.APPLICATION_RUNTIME_VERSION,
          origin,
          "Snowflake runs no Java " + runtime + ". Use 11, 17 or 21.");
    }
    if (application.runtime().packages().stream()
        .noneMatch(name -> name.startsWith("com.snowflake:snowpark:"))) {
      faults.add(
          Problem.APPLICATION_WITHOUT_SNOWPARK,
          origin,
          "a Java procedure needs Snowpark among its packages. Add"
              + " \"com.snowflake:snowpark:latest\".");
    }
    path(application.runtime().jar(), origin, faults);
    if (!application.readme().isEmpty()) {
      path("/" + application.readme(), origin, faults);
    }
  }

  private static void path(String path, Origin origin, Faults faults) {
    if (!PATH.matcher(path).matches() || path.contains("..")) {
      faults.add(
          Problem.PATH_INVALID,
          origin,
          "path '"
              + path
              + "' must start at the package's root with '/' and hold only letters,"
              + " digits, '_', '-', '.' and '/'; named stages cannot be imported.");
    }
  }

  static void text(String text, String what, Origin origin, Faults faults) {
    if (text.isBlank()) {
      faults.add(
          Problem.TEXT_MISSING, origin, "its " + what + " is empty. Say it in one sentence.");
    }
    if (text.indexOf('\0') >= 0) {
      faults.add(Problem.TEXT_NUL, origin, "its " + what + " holds a NUL character. Remove it.");
    }
  }
}
