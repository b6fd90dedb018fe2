package io.snowpull.local.engine.execution;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import java.util.ArrayList;
import java.util.List;

/** Completes names with the context's database and schema, and finds what they name. */
public final class NameResolver {

  private final Execution execution;

  NameResolver(Execution execution) {
    this.execution = execution;
  }

  /**
   * The full name that a name of this kind means here, whether or not such an object exists.
   *
   * @throws SnowflakeException 090105 when the context has no database or schema to complete it
   */
  public QualifiedName qualify(ObjectKind kind, ObjectName name) {
    List<String> parts = parts(name);
    int wanted = ObjectKey.nameParts(kind);
    if (parts.size() > wanted) {
      throw SnowflakeException.compilationError(
          "invalid name '" + String.join(".", parts) + "' for " + kind.words());
    }
    Context context = execution.context();
    List<String> full = new ArrayList<>(parts);
    if (full.size() == 1 && wanted == 3) {
      String database = required(context.database(), "database");
      full.add(0, required(context.schema(), "schema"));
      full.add(0, database);
    }
    if (full.size() == 1
        && kind == ObjectKind.APPLICATION_ROLE
        && context.principal() instanceof Principal.Application application) {
      // An application names its own roles without itself, wherever it is.
      full.add(0, application.name());
    }
    if (full.size() == wanted - 1) {
      full.add(0, required(context.database(), "database"));
    }
    return new QualifiedName(full);
  }

  /** The full name of a table or view; one that a bare name may mean comes first. */
  public QualifiedName relation(ObjectName name) {
    List<String> parts = parts(name);
    if (parts.size() == 2 && parts.get(0).equals("INFORMATION_SCHEMA")) {
      return new QualifiedName(
          List.of(
              required(execution.context().database(), "database"), parts.get(0), parts.get(1)));
    }
    return qualify(ObjectKind.TABLE, name);
  }

  /**
   * The object of that kind and name, if it exists and the principal may see it.
   *
   * @throws SnowflakeException 002003 otherwise
   */
  public <T extends CatalogObject> T find(Class<T> type, ObjectKind kind, ObjectName name) {
    QualifiedName full = qualify(kind, name);
    return execution
        .snapshot()
        .find(type, kind, full)
        .filter(object -> execution.services().access().sees(execution.context(), object))
        .orElseThrow(() -> SnowflakeException.doesNotExist(kind.words(), full.toSql()));
  }

  /** The parts of a name as written, a computed one evaluated first. */
  public List<String> parts(ObjectName name) {
    if (name instanceof ObjectName.Plain plain) {
      return plain.parts().stream().map(Identifier::name).toList();
    }
    if (name instanceof ObjectName.Dynamic dynamic) {
      Object text = execution.evaluate(dynamic.expression()).content();
      if (text instanceof String written) {
        return NameText.parts(written);
      }
    }
    throw SnowflakeException.compilationError("invalid identifier '" + name + "'");
  }

  private static String required(@org.jspecify.annotations.Nullable String part, String what) {
    if (part == null) {
      // Source: error 090105 of Snowflake, "This session does not have a current database".
      throw new SnowflakeException(
          what.equals("database") ? "090105" : "090106",
          "22000",
          "Cannot perform operation. This session does not have a current "
              + what
              + ". Call 'USE "
              + what.toUpperCase(java.util.Locale.ROOT)
              + "', or use a qualified name.");
    }
    return part;
  }
}
