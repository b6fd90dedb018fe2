package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.ConstraintDefinition;
import io.snowpull.local.engine.catalog.FileFormatDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.RoutineDefinition;
import io.snowpull.local.engine.catalog.SequenceDefinition;
import io.snowpull.local.engine.catalog.TableDefinition;
import io.snowpull.local.engine.catalog.TaskDefinition;
import io.snowpull.local.engine.catalog.ViewDefinition;
import io.snowpull.local.engine.execution.AccountFunctions;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.NameText;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * GET_DDL: a statement that makes the object again.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/functions/get_ddl
 */
public final class GetDdl {

  public AccountFunctions functions() {
    return new AccountFunctions(Map.of("GET_DDL", this::call), Map.of());
  }

  private Value call(List<Value> arguments, Execution execution) {
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw SnowflakeException.wrongArgumentCount("GET_DDL", "2 or 3", arguments.size());
    }
    String type = String.valueOf(arguments.get(0).content()).toUpperCase(Locale.ROOT);
    String name = String.valueOf(arguments.get(1).content());
    boolean qualified = arguments.size() == 3 && Boolean.TRUE.equals(arguments.get(2).content());
    return Value.text(ddl(find(kind(type), name, execution), qualified));
  }

  private static ObjectKind kind(String type) {
    return switch (type.replace(' ', '_')) {
      case "TABLE" -> ObjectKind.TABLE;
      case "VIEW" -> ObjectKind.VIEW;
      case "SEQUENCE" -> ObjectKind.SEQUENCE;
      case "FILE_FORMAT" -> ObjectKind.FILE_FORMAT;
      case "PROCEDURE" -> ObjectKind.PROCEDURE;
      case "TASK" -> ObjectKind.TASK;
      default -> throw SnowflakeException.unsupported("GET_DDL of " + type);
    };
  }

  private static CatalogObject find(ObjectKind kind, String name, Execution execution) {
    if (kind == ObjectKind.PROCEDURE) {
      return routine(name, execution);
    }
    return Named.object(kind, plain(name), null, execution);
  }

  /** A procedure is named with the types of its arguments: {@code p(VARCHAR, NUMBER)}. */
  private static CatalogObject routine(String text, Execution execution) {
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open);
    QualifiedName full = execution.names().qualify(ObjectKind.PROCEDURE, plain(name));
    String wanted =
        open < 0 ? "()" : text.substring(open).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return execution.snapshot().routines(ObjectKind.PROCEDURE, full).stream()
        .filter(routine -> routine.signature().replace(" ", "").equals(wanted))
        .filter(routine -> execution.services().access().sees(execution.context(), routine))
        .findFirst()
        .orElseThrow(() -> SnowflakeException.doesNotExist("procedure", text));
  }

  private static ObjectName.Plain plain(String name) {
    return new ObjectName.Plain(NameText.parts(name).stream().map(Identifier::new).toList());
  }

  private static String ddl(CatalogObject object, boolean qualified) {
    String name =
        qualified ? object.name().toSql() : QualifiedName.quoteIfNeeded(object.name().name());
    if (object instanceof TableDefinition table) {
      return table(table, name);
    } else if (object instanceof ViewDefinition view) {
      return ended(view.ddl());
    } else if (object instanceof RoutineDefinition routine) {
      return ended(routine.ddl());
    } else if (object instanceof TaskDefinition task) {
      return ended(task.ddl());
    } else if (object instanceof SequenceDefinition sequence) {
      return "create or replace sequence "
          + name
          + " start with "
          + sequence.start()
          + " increment by "
          + sequence.increment()
          + (sequence.ordered() ? " order;" : " noorder;");
    } else if (object instanceof FileFormatDefinition format) {
      return "create or replace file format "
          + name
          + "\n\tTYPE = "
          + format.type()
          + format.options().entrySet().stream()
              .map(option -> "\n\t" + option.getKey() + " = " + quoted(option.getValue()))
              .collect(Collectors.joining())
          + "\n;";
    }
    throw SnowflakeException.unsupported("GET_DDL of " + object.kind().words());
  }

  private static String table(TableDefinition table, String name) {
    List<String> lines = new ArrayList<>();
    table.columns().forEach(column -> lines.add(column(column)));
    table.constraints().forEach(constraint -> lines.add(constraint(constraint)));
    return "create or replace "
        + (table.temporaryOf() != null ? "TEMPORARY " : table.isTransient() ? "TRANSIENT " : "")
        + "TABLE "
        + name
        + " (\n\t"
        + String.join(",\n\t", lines)
        + "\n)"
        + comment(table.header().comment(), "")
        + ";";
  }

  private static String column(ColumnDefinition column) {
    ColumnDefinition.Identity identity = column.identity();
    return QualifiedName.quoteIfNeeded(column.name())
        + " "
        + column.type().sql()
        + (column.nullable() ? "" : " NOT NULL")
        + (column.defaultSql() == null ? "" : " DEFAULT " + column.defaultSql())
        + (identity == null
            ? ""
            : " autoincrement start "
                + identity.start()
                + " increment "
                + identity.increment()
                + (identity.ordered() ? " order" : " noorder"))
        + comment(column.comment(), " ");
  }

  private static String constraint(ConstraintDefinition constraint) {
    ConstraintDefinition.@Nullable ForeignKey foreign = constraint.references();
    return (constraint.name().startsWith("SYS_CONSTRAINT_")
            ? ""
            : "constraint " + QualifiedName.quoteIfNeeded(constraint.name()) + " ")
        + constraint.type().name().replace('_', ' ').toLowerCase(Locale.ROOT)
        + " "
        + names(constraint.columns())
        + (foreign == null
            ? ""
            : " references "
                + foreign.table().stream()
                    .map(QualifiedName::quoteIfNeeded)
                    .collect(Collectors.joining("."))
                + (foreign.columns().isEmpty() ? "" : names(foreign.columns())));
  }

  private static String names(List<String> names) {
    return names.stream()
        .map(QualifiedName::quoteIfNeeded)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String comment(String comment, String before) {
    String separator = before.isEmpty() ? "" : before;
    return comment.isEmpty()
        ? ""
        : separator + (before.isEmpty() ? "COMMENT=" : "COMMENT ") + quoted(comment);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static String ended(String statement) {
    return statement.endsWith(";") ? statement : statement + ";";
  }
}
