package io.snowpull.cli;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.InstallationNames;
import io.snowpull.packaging.deploy.SqlName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installed application a command is about. */
final class ApplicationOption {
  private static final String WAREHOUSE = "XS";

  @Option(
      names = "--app",
      paramLabel = "NAME",
      description = "What the application is called in the account (default: its own name).")
  @Nullable String application;

  InstallationNames names(ApplicationModel model) {
    return names(model, WAREHOUSE);
  }

  InstallationNames names(ApplicationModel model, String warehouse) {
    InstallationNames names = InstallationNames.of(model, warehouse);
    return application == null || application.isBlank()
        ? names
        : names.named(SqlName.of(application));
  }
}
