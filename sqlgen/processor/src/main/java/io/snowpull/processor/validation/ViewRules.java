package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ColumnDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.model.ViewDefinition;
import io.snowpull.processor.model.ViewDefinition.ViewColumnDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.problem.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on views over state tables. */
final class ViewRules {

  private ViewRules() {}

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    for (ViewDefinition view : application.views()) {
      declared.versionedSchema(view.name().schema(), "view", view.origin());
      declared.roles(view.readableBy(), view.origin());
      ApplicationRules.text(
          view.comment(), "comment (the first sentence of its javadoc)", view.origin(), faults);
      List<Identifier> columns =
          application.tables().stream()
              .filter(table -> table.name().equals(view.table()))
              .map(TableDefinition::columns)
              .flatMap(List::stream)
              .map(ColumnDefinition::name)
              .toList();
      Set<Identifier> names = new HashSet<>();
      for (ViewColumnDefinition column : view.columns()) {
        if (!names.add(column.name())) {
          faults.add(
              Problem.TABLE_DUPLICATE_COLUMN,
              column.origin(),
              "two components become the column " + column.name() + ". Rename one.");
        }
        known(List.of(column.source()), columns, column.origin(), faults);
      }
      known(view.onePer(), columns, view.origin(), faults);
      known(view.newestBy(), columns, view.origin(), faults);
      if (view.onePer().isEmpty() != view.newestBy().isEmpty()) {
        faults.add(
            Problem.VIEW_CHOICE,
            view.origin(),
            "onePer and newestBy belong together: one row for each of the first, chosen by the"
                + " second. Give both or none.");
      }
    }
  }

  private static void known(
      List<Identifier> named, List<Identifier> columns, Origin origin, Faults faults) {
    for (Identifier column : named) {
      if (!columns.contains(column)) {
        faults.add(
            Problem.COLUMN_UNKNOWN,
            origin,
            "column "
                + column
                + " does not exist in the table. "
                + Suggestion.among(column.value(), columns));
      }
    }
  }
}
