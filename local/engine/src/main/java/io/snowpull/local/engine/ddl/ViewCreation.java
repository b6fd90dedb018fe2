package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.catalog.ColumnDefinition;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.ViewDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE VIEW: the query is checked and its columns noted, the text is kept. */
final class ViewCreation {

  Result create(TableStatement.CreateView statement, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.VIEW, statement.name());
    List<ColumnDefinition> columns = columns(statement, execution, name);
    String comment = statement.options().text("COMMENT").orElse("");
    if (statement.temporary()) {
      Header header =
          new Header(
              name,
              execution.context().principal(),
              execution.services().clock().instant(),
              comment);
      execution
          .session()
          .putTemporary(view(statement, header, columns, Long.toString(execution.session().id())));
      return Result.status(StatementType.DDL, "View " + name.name() + " successfully created.");
    }
    return new Creation(execution, ObjectKind.VIEW, statement.mode(), name)
        .keepGrants(statement.copyGrants())
        .run(comment, (header, change) -> view(statement, header, columns, null));
  }

  private static ViewDefinition view(
      TableStatement.CreateView statement,
      Header header,
      List<ColumnDefinition> columns,
      @Nullable String temporaryOf) {
    return new ViewDefinition(
        header, columns, statement.queryText(), statement.secure(), statement.text(), temporaryOf);
  }

  private static List<ColumnDefinition> columns(
      TableStatement.CreateView statement, Execution execution, QualifiedName name) {
    var services = execution.services();
    // The query means what it says inside the view's own schema.
    Execution inside = execution.frame(execution.context().in(name.parent()));
    List<Column> described =
        services
            .data()
            .read(
                inside,
                connection ->
                    connection
                        .describe(statement.query(), services.sql().context(inside))
                        .columns());
    if (!statement.columns().isEmpty() && statement.columns().size() != described.size()) {
      throw SnowflakeException.compilationError(
          "Invalid column definition list: "
              + statement.columns().size()
              + " names for "
              + described.size()
              + " columns");
    }
    List<ColumnDefinition> columns = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      Column given = described.get(i);
      boolean named = !statement.columns().isEmpty();
      String comment = named ? statement.columns().get(i).comment() : null;
      columns.add(
          new ColumnDefinition(
              named ? statement.columns().get(i).name().name() : given.name(),
              given.type(),
              given.nullable(),
              null,
              null,
              comment == null ? "" : comment));
    }
    return columns;
  }
}
