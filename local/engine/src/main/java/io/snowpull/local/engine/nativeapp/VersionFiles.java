package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.egress.StoredName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.stage.StageLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The files of versions and installations. They are copies, never changed: a stage may be
 * overwritten while an older version still runs.
 */
final class VersionFiles {

  /** A folder of a stage as it is now. */
  record Folder(String directory, String path) {}

  /** The folder that a text such as {@code '@db.schema.stage/path'} names. */
  Folder folder(String location, Execution execution) {
    StageLocator.Located located = StageLocator.locate(parse(location), execution, false);
    return new Folder(located.directory(), located.path());
  }

  /** Copies a folder of a stage; the answer is the copy's name in the stage store. */
  String copy(StageLocation location, Execution execution) {
    StageLocation named =
        location.kind() == StageLocation.Kind.OTHER ? parse(location.path()) : location;
    StageLocator.Located located = StageLocator.locate(named, execution, false);
    return execution.services().stages().snapshot(located.directory(), located.path());
  }

  /** The text of a file in a folder of a stage. */
  String read(Folder folder, String file, Execution execution) {
    String path = folder.path().isEmpty() ? file : folder.path() + "/" + file;
    return read(folder.directory(), path, execution);
  }

  /** The text of a file; the path counts from the root of the files. */
  String read(String directory, String file, Execution execution) {
    Path path = execution.services().stages().resolve(directory, file);
    if (!Files.isRegularFile(path)) {
      throw new SnowflakeException(
          "093006", "02000", "Cannot find the file '" + file + "' among the version's files.");
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw SnowflakeException.internal("the file " + file + " cannot be read", e);
    }
  }

  /** {@code '@db.schema.stage/path'} given as a text. */
  private static StageLocation parse(String text) {
    String path = text.startsWith("@") ? text.substring(1) : text;
    int slash = path.indexOf('/');
    String stage = slash < 0 ? path : path.substring(0, slash);
    List<Identifier> parts =
        StoredName.parse(stage).parts().stream()
            .map(
                part -> new Identifier(stage.contains("\"") ? part : part.toUpperCase(Locale.ROOT)))
            .toList();
    return new StageLocation(
        StageLocation.Kind.NAMED,
        new ObjectName.Plain(parts),
        slash < 0 ? "" : path.substring(slash + 1));
  }
}
