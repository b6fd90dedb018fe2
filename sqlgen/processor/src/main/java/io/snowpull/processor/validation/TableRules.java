package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ColumnDefaults;
import io.snowpull.processor.model.ColumnDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.problem.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on state tables. */
final class TableRules {

  private TableRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    for (TableDefinition table : application.tables()) {
      declared.ordinarySchema(table.name().schema(), "table", table.origin());
      declared.roles(table.readableBy(), table.origin());
      ApplicationRules.text(
          table.comment(),
          "comment (the first sentence of its javadoc, or comment = ...)",
          table.origin(),
          faults);
      Set<Identifier> names = new HashSet<>();
      for (ColumnDefinition column : table.columns()) {
        if (!names.add(column.name())) {
          faults.add(
              Problem.TABLE_DUPLICATE_COLUMN,
              column.origin(),
              "two components become the column " + column.name() + ". Rename one.");
        }
        column(column, faults);
      }
      List<Identifier> columns = table.columns().stream().map(ColumnDefinition::name).toList();
      for (Identifier key : table.clusterBy()) {
        if (!columns.contains(key)) {
          faults.add(
              Problem.COLUMN_UNKNOWN,
              table.origin(),
              "column " + key + " does not exist. " + Suggestion.among(key.value(), columns));
        }
      }
    }
  }

  private static void column(ColumnDefinition column, Faults faults) {
    boolean added = !column.addedIn().isEmpty();
    if (added && (column.notNull() || column.defaultExpression() != ColumnDefaults.NONE)) {
      faults.add(
          Problem.TABLE_ADDED_COLUMN,
          column.origin(),
          "column "
              + column.name()
              + " is added to tables that have rows, where ADD COLUMN IF NOT"
              + " EXISTS takes neither a default nor NOT NULL. Remove them.");
    }
    String type = column.type().text();
    boolean fits =
        switch (column.defaultExpression()) {
          case NONE -> true;
          case LITERAL -> ProcedureRules.literal(column.type(), column.literal());
          case SYSDATE, CURRENT_TIMESTAMP -> type.startsWith("TIMESTAMP");
          case AUTOINCREMENT -> type.startsWith("NUMBER");
          case UUID -> type.startsWith("VARCHAR");
        };
    if (!fits) {
      faults.add(
          Problem.TABLE_INVALID_DEFAULT,
          column.origin(),
          "column "
              + column.name()
              + " of type "
              + type
              + " cannot have the default "
              + column.defaultExpression()
              + literal(column)
              + ".");
    }
  }

  private static String literal(ColumnDefinition column) {
    return column.defaultExpression() == ColumnDefaults.LITERAL
        ? " '" + column.literal() + "'"
        : "";
  }
}
