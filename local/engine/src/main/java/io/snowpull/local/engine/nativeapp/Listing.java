package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One SHOW command: which objects it lists and as what. */
@FunctionalInterface
public interface Listing {

  Result list(InspectionStatement.Show show, Execution execution);

  /** A result of text columns. */
  static Result texts(List<List<@Nullable Object>> rows, String... names) {
    return Result.of(StatementType.SHOW, Stream.of(names).map(Column::text).toList(), rows);
  }

  /** The visible objects of a kind whose names the statement's LIKE and STARTS WITH let pass. */
  static <T extends CatalogObject> List<T> objects(
      Class<T> type, InspectionStatement.Show show, Execution execution) {
    return execution
        .snapshot()
        .all(type)
        .filter(object -> matches(show, object.name().name()))
        .filter(object -> execution.services().access().sees(execution.context(), object))
        .limit(show.limit() == null ? Long.MAX_VALUE : show.limit())
        .toList();
  }

  /** The one object that {@code IN kind name} names. */
  static <T extends CatalogObject> T scope(
      Class<T> type, ObjectKind kind, InspectionStatement.Show show, Execution execution) {
    InspectionStatement.Scope scope = show.scope();
    ObjectName name = scope == null || !kind.words().equals(scope.kind()) ? null : scope.name();
    if (name == null) {
      throw SnowflakeException.compilationError(
          "SHOW " + show.what() + " needs IN " + kind.words() + " and its name");
    }
    return execution.names().find(type, kind, name);
  }

  private static boolean matches(InspectionStatement.Show show, String name) {
    if (show.startsWith() != null && !name.startsWith(show.startsWith())) {
      return false;
    }
    return show.like() == null
        || pattern(show.like()).matcher(name.toUpperCase(Locale.ROOT)).matches();
  }

  /** LIKE of SHOW ignores case; {@code \} escapes a wildcard. */
  private static Pattern pattern(String like) {
    StringBuilder regex = new StringBuilder();
    String upper = like.toUpperCase(Locale.ROOT);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c == '\\' && i + 1 < upper.length()) {
        regex.append(Pattern.quote(String.valueOf(upper.charAt(++i))));
      } else if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
