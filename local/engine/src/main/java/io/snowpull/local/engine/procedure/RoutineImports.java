package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.egress.StoredName;
import io.snowpull.local.engine.execution.Execution;
import java.util.List;
import java.util.Locale;

/** The IMPORTS of a routine: {@code @stage/path}, or a path inside an application's version. */
final class RoutineImports {
  private RoutineImports() {}

  /** The imports as written. */
  static List<String> texts(Options options) {
    return options.items("IMPORTS").stream().map(RoutineImports::text).toList();
  }

  /** The imports with full stage names, so that they mean the same from everywhere. */
  static List<String> resolved(Options options, Execution execution) {
    return texts(options).stream()
        .map(text -> text.startsWith("@") ? resolve(text, execution) : text)
        .toList();
  }

  private static String text(Options.Value value) {
    if (value instanceof Options.Value.Stage stage) {
      StageLocation location = stage.location();
      return location.name() == null
          ? location.path()
          : "@" + location.name() + "/" + location.path();
    }
    return Options.textOf(value).orElse("");
  }

  private static String resolve(String text, Execution execution) {
    int slash = text.indexOf('/');
    String stage = slash < 0 ? text.substring(1) : text.substring(1, slash);
    ObjectName.Plain name =
        new ObjectName.Plain(
            StoredName.parse(stage).parts().stream()
                .map(
                    part ->
                        new Identifier(stage.contains("\"") ? part : part.toUpperCase(Locale.ROOT)))
                .toList());
    String full = execution.names().qualify(ObjectKind.STAGE, name).toSql();
    return slash < 0 ? "@" + full : "@" + full + text.substring(slash);
  }
}
