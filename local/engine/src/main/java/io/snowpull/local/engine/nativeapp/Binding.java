package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.catalog.ApplicationDefinition;
import java.util.List;
import java.util.SortedMap;

/** An application with other bound references. */
final class Binding {
  private Binding() {}

  static ApplicationDefinition with(
      ApplicationDefinition application,
      SortedMap<String, List<ApplicationDefinition.Reference>> references) {
    return new ApplicationDefinition(
        application.header(),
        application.packageName(),
        application.version(),
        application.patch(),
        application.directory(),
        application.debugMode(),
        application.manifest(),
        references);
  }
}
