package io.snowpull.processor.validation;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.ColumnDefinition;
import io.snowpull.processor.model.ConnectionDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.ReferenceDefinition;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.model.StageDefinition;
import io.snowpull.processor.model.StreamlitDefinition;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.model.TaskDefinition;
import io.snowpull.processor.model.ViewDefinition;
import io.snowpull.processor.model.ViewDefinition.ViewColumnDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.HashSet;
import java.util.Set;

/** Rules on names: their form, reserved words, and that none is given twice. */
final class NameRules {

  private final Faults faults;
  private final Set<String> taken = new HashSet<>();

  private NameRules(Faults faults) {
    this.faults = faults;
  }

  static void check(ApplicationDefinition application, Declared declared, Faults faults) {
    new NameRules(faults).check(application, declared);
  }

  private void check(ApplicationDefinition application, Declared declared) {
    valid(application.name(), application.origin());
    for (RoleDefinition role : application.roles()) {
      unique("application role", role.name(), role.origin());
    }
    for (SchemaDefinition schema : application.schemas()) {
      unique("schema", schema.name(), schema.origin());
    }
    for (ReferenceDefinition reference : application.references()) {
      unique("reference", reference.name(), reference.origin());
    }
    for (StreamlitDefinition page : application.streamlits()) {
      valid(page.name().name(), page.origin());
      unique("Streamlit page", page.name(), page.origin());
      declared.versionedSchema(page.name().schema(), "Streamlit page", page.origin());
    }
    for (ConnectionDefinition connection : application.connections()) {
      valid(connection.name(), connection.origin());
      valid(connection.integration(), connection.origin());
      valid(connection.networkRule(), connection.origin());
      connection.secrets().forEach(secret -> valid(secret.name(), connection.origin()));
    }
    for (TableDefinition table : application.tables()) {
      valid(table.name().name(), table.origin());
      unique("table or view", table.name(), table.origin());
      for (ColumnDefinition column : table.columns()) {
        valid(column.name(), column.origin());
      }
    }
    for (StageDefinition stage : application.stages()) {
      valid(stage.name().name(), stage.origin());
      unique("stage", stage.name(), stage.origin());
    }
    for (ViewDefinition view : application.views()) {
      valid(view.name().name(), view.origin());
      unique("table or view", view.name(), view.origin());
      for (ViewColumnDefinition column : view.columns()) {
        valid(column.name(), column.origin());
      }
    }
    for (TaskDefinition task : application.tasks()) {
      valid(task.name().name(), task.origin());
      unique("task", task.name(), task.origin());
    }
  }

  private void unique(String kind, Identifier name, Origin origin) {
    valid(name, origin);
    unique(kind, (Object) name, origin);
  }

  private void unique(String kind, Object name, Origin origin) {
    if (!taken.add(kind + " " + name)) {
      faults.add(
          Problem.NAME_DUPLICATE, origin, kind + " " + name + " is declared twice. Rename one.");
    }
  }

  private void valid(Identifier name, Origin origin) {
    if (!name.plain()) {
      faults.add(
          Problem.NAME_INVALID,
          origin,
          "name '"
              + name
              + "' needs quotes. Use letters, digits and '_', not starting with a digit,"
              + " at most 255.");
    }
    if (ReservedWords.contains(name)) {
      faults.add(
          Problem.NAME_RESERVED, origin, "name " + name + " is a reserved word. Choose another.");
    }
  }
}
