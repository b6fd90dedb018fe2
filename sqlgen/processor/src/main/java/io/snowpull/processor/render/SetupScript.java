package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Identifier;
import io.snowpull.processor.model.Keyword;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import io.snowpull.processor.model.RoleDefinition;
import io.snowpull.processor.model.SchemaDefinition;
import io.snowpull.processor.model.StageDefinition;
import io.snowpull.processor.model.StreamlitDefinition;
import io.snowpull.processor.model.TaskDefinition;
import io.snowpull.processor.model.ViewDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code setup.sql}: what Snowflake runs as the application, at installation, at every upgrade, and
 * again after a failure.
 */
final class SetupScript {

  private static final Template TEMPLATE = new Template("setup.sql.mustache", new SqlLanguage());

  private SetupScript() {}

  /** Everything the template names. */
  record Script(
      SqlLanguage.Comment title,
      List<SchemaDefinition> schemas,
      List<RoleDefinition> roles,
      List<UsageView> usages,
      boolean hasTables,
      List<TableView> tables,
      boolean hasStages,
      List<StageDefinition> stages,
      boolean hasViews,
      List<StateViewView> views,
      String runtimeVersion,
      String jar,
      List<OwnedIntegrationView> owned,
      List<ProcedureView> procedures,
      List<ConnectionView> connections,
      List<ReferencesView> referenceProcedures,
      boolean hasPages,
      List<PageView> pages,
      boolean hasTasks,
      List<TaskView> tasks,
      boolean hasLast,
      List<LastView> last) {}

  /** A procedure that is called at the end. */
  record LastView(QualifiedName procedure, SqlLanguage.Comment purpose) {}

  /** USAGE of a schema to one role. */
  record UsageView(Identifier schema, Identifier role) {}

  /** A page; title and comment stand only where they are given. */
  record PageView(
      StreamlitDefinition page, List<Listed<ClauseView>> clauses, List<Identifier> roles) {}

  /** A clause of the form {@code WORDS = 'text'}. */
  record ClauseView(Keyword words, String text) {}

  /** A task with its schedule as a literal. */
  record TaskView(TaskDefinition task) {}

  static String render(ApplicationDefinition application) {
    return TEMPLATE.render(
        new Script(
            new SqlLanguage.Comment(application.name() + " " + application.version().name()),
            application.schemas(),
            application.roles(),
            application.schemas().stream()
                .flatMap(
                    schema ->
                        schema.usableBy().stream().map(role -> new UsageView(schema.name(), role)))
                .toList(),
            !application.tables().isEmpty(),
            application.tables().stream().map(TableView::of).toList(),
            !application.stages().isEmpty(),
            application.stages(),
            !application.views().isEmpty(),
            application.views().stream().map(StateViewView::of).toList(),
            application.runtime().version(),
            application.runtime().jar(),
            OwnedIntegrationView.of(application),
            application.procedures().stream()
                .map(procedure -> ProcedureView.of(procedure, application))
                .toList(),
            ConnectionView.of(application),
            ReferencesView.of(application),
            !application.streamlits().isEmpty(),
            application.streamlits().stream().map(SetupScript::page).toList(),
            !application.tasks().isEmpty(),
            application.tasks().stream().map(TaskView::new).toList(),
            !last(application).isEmpty(),
            last(application)));
  }

  private static List<LastView> last(ApplicationDefinition application) {
    return application.procedures().stream()
        .filter(ProcedureDefinition::afterSetup)
        .map(
            procedure ->
                new LastView(
                    procedure.name(), new SqlLanguage.Comment(procedure.documentation().comment())))
        .toList();
  }

  private static PageView page(StreamlitDefinition page) {
    List<ClauseView> clauses = new ArrayList<>();
    clauses.add(new ClauseView(new Keyword("MAIN_FILE"), page.mainFile()));
    optional(page.title())
        .forEach(title -> clauses.add(new ClauseView(new Keyword("TITLE"), title)));
    optional(page.comment())
        .forEach(comment -> clauses.add(new ClauseView(new Keyword("COMMENT"), comment)));
    return new PageView(page, Listed.of(clauses), page.grantedTo());
  }

  static List<String> optional(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /** A view over a state table. */
  record StateViewView(
      ViewDefinition view,
      List<Listed<Identifier>> names,
      List<Listed<SelectedView>> selected,
      List<ChoiceView> choice,
      List<Identifier> readers) {

    static StateViewView of(ViewDefinition view) {
      return new StateViewView(
          view,
          Listed.of(view.columns().stream().map(column -> column.name()).toList()),
          Listed.of(
              view.columns().stream()
                  .map(column -> new SelectedView(column.source(), column.path(), column.type()))
                  .toList()),
          view.onePer().isEmpty()
              ? List.of()
              : List.of(new ChoiceView(Listed.of(view.onePer()), Listed.of(view.newestBy()))),
          view.readableBy());
    }
  }

  /** A selected column: steps are literals, whatever they hold. */
  record SelectedView(
      Identifier source, List<String> path, io.snowpull.processor.model.SqlType type) {}

  /** Which of several rows a view shows. */
  record ChoiceView(List<Listed<Identifier>> onePer, List<Listed<Identifier>> newestBy) {}
}
