package io.snowpull.local.engine.nativeapp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the account uses of an application's manifest.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/native-apps/manifest-reference
 *
 * @param version 1 or 2
 * @param versionName null when the manifest names no version
 * @param setupScript path from the root of the files
 * @param defaultStreamlit {@code schema.name}; null without one
 */
record Manifest(
    int version,
    @Nullable String versionName,
    @Nullable String label,
    String setupScript,
    @Nullable String defaultStreamlit,
    List<Privilege> privileges,
    List<Reference> references,
    List<TelemetryEvents> events) {

  /** A privilege on the account that the application asks for. */
  record Privilege(String name, String description) {}

  /** A kind of telemetry that the provider asks to share, such as {@code ERRORS_AND_WARNINGS}. */
  record TelemetryEvents(String type, String sharing) {}

  /** A reference that the consumer binds; names in upper case. */
  record Reference(
      String name,
      String label,
      String description,
      List<String> privileges,
      String objectType,
      boolean multiValued,
      String registerCallback,
      @Nullable String configurationCallback,
      boolean requiredAtSetup) {}

  Optional<Reference> reference(String name) {
    return references.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }
}
