package io.snowpull.local.engine.stage;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.parser.SnowflakeParser;
import io.snowpull.local.engine.result.SnowflakeException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the stage that a location in a statement means, if the principal may use it. */
public final class StageLocator {

  private StageLocator() {}

  /**
   * A stage that was found.
   *
   * @param directory its directory's name in the {@link StageStore}
   * @param label how listings call it, in lower case as Snowflake does
   * @param path the path in it, without leading slash
   * @param fileFormat the stage's own file format options
   */
  public record Located(
      String directory, String label, String path, SortedMap<String, String> fileFormat) {

    /** How listings call a file of the stage. */
    String named(String file) {
      return label.equals("~") ? file : label + "/" + file;
    }
  }

  /** For reading or writing; write needs the stage's WRITE, reading its READ. */
  public static Located locate(StageLocation location, Execution execution, boolean write) {
    return switch (location.kind()) {
      case USER -> {
        String user = execution.session().user();
        yield new Located("user-" + hex(user), "~", location.path(), new TreeMap<>());
      }
      case TABLE -> table(location, execution);
      case NAMED -> named(location, execution, write);
      case BOUND -> locate(bound(location, execution), execution, write);
      case OTHER ->
          throw SnowflakeException.unsupported(
              "the location '" + location.path() + "'; use an internal stage");
    };
  }

  private static StageLocation bound(StageLocation location, Execution execution) {
    Expression.Bind bind = location.bind();
    if (bind == null) {
      throw SnowflakeException.compilationError("the stage has no name");
    }
    return SnowflakeParser.parseStageLocation(String.valueOf(execution.evaluate(bind).content()));
  }

  private static Located table(StageLocation location, Execution execution) {
    ObjectName.Plain name = required(location);
    QualifiedName full = execution.names().relation(name);
    boolean usable =
        execution
            .relation(full)
            .filter(
                found -> execution.services().access().holds(execution.context(), "INSERT", found))
            .isPresent();
    if (!usable) {
      throw SnowflakeException.objectDoesNotExist(full.toSql());
    }
    return new Located(
        "table-" + hex(full.toSql()),
        full.name().toLowerCase(java.util.Locale.ROOT),
        location.path(),
        new TreeMap<>());
  }

  private static Located named(StageLocation location, Execution execution, boolean write) {
    ObjectName.Plain name = required(location);
    QualifiedName full = execution.names().qualify(ObjectKind.STAGE, name);
    ObjectKey key = ObjectKey.of(ObjectKind.STAGE, full);
    CatalogObject temporary = execution.session().temporary(key).orElse(null);
    StageDefinition stage =
        temporary instanceof StageDefinition own
            ? own
            : execution.names().find(StageDefinition.class, ObjectKind.STAGE, name);
    if (temporary == null) {
      execution.services().access().require(execution.context(), write ? "WRITE" : "READ", stage);
    }
    return new Located(
        stage.directory(),
        full.name().toLowerCase(java.util.Locale.ROOT),
        location.path(),
        stage.fileFormat());
  }

  private static ObjectName.Plain required(StageLocation location) {
    ObjectName.Plain name = location.name();
    if (name == null) {
      throw SnowflakeException.compilationError("the stage has no name");
    }
    return name;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
