package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.InspectionStatement.Show;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a SHOW looks.
 *
 * @param container a database, a schema, a table or an application; null for the whole account
 */
public record Scope(@Nullable QualifiedName container) {

  /** Whether an object is in the scope. */
  public boolean contains(CatalogObject object) {
    return container == null
        || object.name().equals(container)
        || object.name().isInside(container);
  }

  /**
   * Reads the IN clause; without one it is the current database, or the account if there is none.
   *
   * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/show-tables
   */
  static Scope of(Show show, Execution execution) {
    var written = show.scope();
    Context context = execution.context();
    if (written == null) {
      return new Scope(context.database() == null ? null : QualifiedName.of(context.database()));
    }
    String kind = written.kind();
    ObjectName name = written.name();
    if (name == null) {
      return withoutName(kind, context);
    }
    if (kind == null) {
      return new Scope(guessed(name, execution));
    }
    ObjectKind containerKind =
        switch (kind) {
          case "DATABASE" -> ObjectKind.DATABASE;
          case "SCHEMA" -> ObjectKind.SCHEMA;
          case "TABLE", "VIEW" -> ObjectKind.TABLE;
          case "APPLICATION" -> ObjectKind.APPLICATION;
          case "APPLICATION PACKAGE" -> ObjectKind.APPLICATION_PACKAGE;
          default -> throw SnowflakeException.unsupported("SHOW ... IN " + kind);
        };
    QualifiedName full = execution.names().qualify(containerKind, name);
    requireSeen(containerKind, full, execution);
    return new Scope(full);
  }

  private static Scope withoutName(@Nullable String kind, Context context) {
    if ("DATABASE".equals(kind) && context.database() != null) {
      return new Scope(QualifiedName.of(context.database()));
    }
    if ("SCHEMA".equals(kind) && context.database() != null && context.schema() != null) {
      return new Scope(QualifiedName.of(context.database(), context.schema()));
    }
    if ("ACCOUNT".equals(kind) || "SESSION".equals(kind)) {
      return new Scope(null);
    }
    throw new SnowflakeException(
        "090105",
        "22000",
        "Cannot perform SHOW. This session does not have a current "
            + ("DATABASE".equals(kind) ? "database" : "schema")
            + ". Call 'USE', or name one.");
  }

  /** IN name: a schema if there is one of that name, else a database, else a table. */
  private static QualifiedName guessed(ObjectName name, Execution execution) {
    List<String> parts = execution.names().parts(name);
    if (parts.size() == 3) {
      return new QualifiedName(parts);
    }
    String database = execution.context().database();
    if (parts.size() == 2 || database == null) {
      requireSeen(
          parts.size() == 2 ? ObjectKind.SCHEMA : ObjectKind.DATABASE,
          new QualifiedName(parts),
          execution);
      return new QualifiedName(parts);
    }
    QualifiedName schema = QualifiedName.of(database, parts.get(0));
    if (execution.snapshot().schema(schema).isPresent()) {
      return schema;
    }
    requireSeen(ObjectKind.DATABASE, new QualifiedName(parts), execution);
    return new QualifiedName(parts);
  }

  private static void requireSeen(ObjectKind kind, QualifiedName name, Execution execution) {
    boolean seen =
        execution
            .snapshot()
            .find(ObjectKey.of(kind, name))
            .filter(object -> execution.services().access().sees(execution.context(), object))
            .isPresent();
    if (!seen) {
      // Another code than elsewhere: clients ask whether something is there by looking for it.
      throw new SnowflakeException(
          "002043",
          "02000",
          "SQL compilation error:\nObject does not exist, or operation cannot be performed: "
              + kind.words()
              + " "
              + name.toSql());
    }
  }
}
