package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An application package: its versions, and for each release channel which version it installs.
 *
 * @param channels empty when the package was created with ENABLE_RELEASE_CHANNELS = FALSE; then
 *     {@link #directive} is the one default directive
 */
public record ApplicationPackageDefinition(
    Header header,
    String distribution,
    boolean releaseChannels,
    List<Version> versions,
    SortedMap<String, Channel> channels,
    @Nullable Directive directive)
    implements CatalogObject {

  /** One patch of one version; the files are copies, in the directory of that name. */
  public record Version(
      String name, int patch, @Nullable String label, @Nullable String comment, String directory) {}

  /** A release channel: the versions added to it and its default directive, null until set. */
  public record Channel(List<String> versions, @Nullable Directive directive) {}

  /** Which version and patch new installations get. */
  public record Directive(String version, int patch) {}

  @Override
  public ObjectKind kind() {
    return ObjectKind.APPLICATION_PACKAGE;
  }

  @Override
  public ApplicationPackageDefinition withHeader(Header newHeader) {
    return new ApplicationPackageDefinition(
        newHeader, distribution, releaseChannels, versions, channels, directive);
  }
}
