package io.snowpull.processor.validation;

import io.snowpull.processor.approved.ApprovedTables;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ColumnDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an upgrade would leave behind, or never reach: tables exist in accounts as they were
 * approved, and {@code CREATE TABLE IF NOT EXISTS} changes nothing there.
 */
final class UpgradeRules {

  private UpgradeRules() {}

  static void check(ApplicationDefinition application, ApprovedTables approved, Faults faults) {
    Map<String, TableDefinition> tables =
        application.tables().stream()
            .collect(
                Collectors.toMap(table -> table.name().toString(), table -> table, (a, b) -> a));
    approved
        .columns()
        .forEach(
            (name, columns) -> {
              TableDefinition table = tables.get(name);
              if (table != null) {
                columns(table, columns, faults);
              } else if (application.retired().stream()
                  .noneMatch(retired -> retired.toString().equals(name))) {
                faults.add(
                    Problem.TABLE_LOST,
                    application.origin(),
                    "table "
                        + name
                        + " was approved and is declared no more; accounts keep it, with"
                        + " rows that nothing reads. Declare it again, or name it in retiredTables.");
              }
            });
  }

  private static void columns(TableDefinition table, Map<String, String> approved, Faults faults) {
    approved.forEach(
        (name, type) -> {
          Optional<ColumnDefinition> column =
              table.columns().stream().filter(one -> one.name().value().equals(name)).findFirst();
          if (column.isPresent() && !column.get().type().text().equals(type)) {
            faults.add(
                Problem.TABLE_COLUMN_TYPE,
                column.get().origin(),
                "column "
                    + name
                    + " was approved as "
                    + type
                    + " and becomes "
                    + column.get().type()
                    + "; tables that exist keep "
                    + type
                    + ". Add a column of another name, with addedIn.");
          }
          if (column.isEmpty() && !table.retired().contains(new Identifier(name))) {
            faults.add(
                Problem.TABLE_COLUMN_LOST,
                table.origin(),
                "column "
                    + name
                    + " was approved and is declared no more; accounts keep it, with"
                    + " values that nothing reads. Declare it again, or name it in retiredColumns.");
          }
        });
    Set<String> known = approved.keySet();
    for (ColumnDefinition column : table.columns()) {
      if (!known.contains(column.name().value()) && column.addedIn().isEmpty()) {
        faults.add(
            Problem.TABLE_COLUMN_UNREACHED,
            column.origin(),
            "column "
                + column.name()
                + " is new; tables that exist would never get it. Say"
                + " @Column(addedIn = \"<version>\").");
      }
    }
  }
}
