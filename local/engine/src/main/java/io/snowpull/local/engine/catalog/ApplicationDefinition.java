package io.snowpull.local.engine.catalog;

import io.snowpull.local.engine.ast.ObjectKind;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An installed application.
 *
 * @param version null when installed from a stage
 * @param directory the copy of the files it was installed from
 * @param manifest the manifest as it was installed, YAML text
 * @param references reference name to what the consumer bound to it
 */
public record ApplicationDefinition(
    Header header,
    String packageName,
    @Nullable String version,
    int patch,
    String directory,
    boolean debugMode,
    String manifest,
    SortedMap<String, List<Reference>> references)
    implements CatalogObject {

  /** One bound reference: the alias handed to the app, and the consumer's object behind it. */
  public record Reference(String alias, ObjectKey object, List<String> privileges) {}

  @Override
  public ObjectKind kind() {
    return ObjectKind.APPLICATION;
  }

  @Override
  public ApplicationDefinition withHeader(Header newHeader) {
    return new ApplicationDefinition(
        newHeader, packageName, version, patch, directory, debugMode, manifest, references);
  }
}
