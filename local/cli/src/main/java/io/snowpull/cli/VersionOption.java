package io.snowpull.cli;

import io.snowpull.packaging.deploy.PackageNames;
import io.snowpull.packaging.deploy.SqlName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which version of the application package a command is about. */
final class VersionOption {
  @Option(
      names = "--app-version",
      paramLabel = "NAME",
      description = "The version's name (default: what the manifest says).")
  @Nullable String version;

  PackageNames of(PackageNames names) {
    return version == null || version.isBlank() ? names : names.versioned(SqlName.of(version));
  }
}
