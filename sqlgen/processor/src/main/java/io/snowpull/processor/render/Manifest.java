package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.PrivilegeDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.TelemetryDefinition;
import io.snowpull.processor.model.TelemetryDefinition.EventDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code manifest.yml}.
 *
 * @see <a
 *     href="https://docs.snowflake.com/en/developer-guide/native-apps/manifest-reference">manifest
 *     reference</a>
 */
final class Manifest {

  private static final Template TEMPLATE =
      new Template("manifest.yml.mustache", new YamlLanguage());

  private Manifest() {}

  /** Everything the template names. */
  record View(
      int manifestVersion,
      String version,
      List<String> label,
      List<String> comment,
      List<String> readme,
      List<QualifiedName> defaultStreamlit,
      boolean hasTelemetry,
      List<LevelView> levels,
      boolean hasEvents,
      List<EventDefinition> events,
      boolean hasPrivileges,
      List<PrivilegeDefinition> privileges,
      boolean hasReferences,
      List<ReferenceView> references) {}

  /** A level under its key. */
  record LevelView(Layout key, String level) {}

  /** A reference under its name, lower case as in Snowflake's own manifests. */
  record ReferenceView(Layout key, ReferenceDefinition reference) {}

  static String render(ApplicationDefinition application) {
    TelemetryDefinition telemetry = application.telemetry();
    List<LevelView> levels = levels(telemetry);
    return TEMPLATE.render(
        new View(
            application.manifestVersion(),
            application.version().name(),
            SetupScript.optional(application.version().label()),
            SetupScript.optional(application.version().comment()),
            SetupScript.optional(application.readme()),
            application.streamlits().stream().limit(1).map(page -> page.name()).toList(),
            !levels.isEmpty() || !telemetry.events().isEmpty(),
            levels,
            !telemetry.events().isEmpty(),
            telemetry.events(),
            !application.privileges().isEmpty(),
            application.privileges(),
            !application.references().isEmpty(),
            application.references().stream().map(Manifest::reference).toList()));
  }

  private static ReferenceView reference(ReferenceDefinition reference) {
    return new ReferenceView(
        new Layout(reference.name().value().toLowerCase(Locale.ROOT)), reference);
  }

  private static List<LevelView> levels(TelemetryDefinition telemetry) {
    List<LevelView> levels = new ArrayList<>();
    level(levels, "log_level", telemetry.logLevel());
    level(levels, "trace_level", telemetry.traceLevel());
    level(levels, "metric_level", telemetry.metricLevel());
    return levels;
  }

  private static void level(List<LevelView> levels, String key, String level) {
    if (!level.isEmpty()) {
      levels.add(new LevelView(new Layout(key), level));
    }
  }
}
