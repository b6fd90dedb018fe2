package io.snowpull.processor.javac;

import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.ScheduledTask;
import io.snowpull.annotations.StateStage;
import io.snowpull.annotations.StateTable;
import io.snowpull.annotations.StateView;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.StageDefinition;
import io.snowpull.processor.model.TableDefinition;
import io.snowpull.processor.model.TaskDefinition;
import io.snowpull.processor.model.ViewDefinition;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the annotated elements into the application's model. */
final class ModelReader {

  private final Faults faults;
  private final ProcedureReader procedures;
  private final TableReader tables;
  private final StageReader stages;
  private final ViewReader views;

  ModelReader(ProcessingEnvironment environment, Faults faults) {
    this.faults = faults;
    Javadoc javadoc = new Javadoc(environment.getElementUtils());
    this.procedures = new ProcedureReader(environment, javadoc, faults);
    this.tables = new TableReader(environment, javadoc, faults);
    this.stages = new StageReader(javadoc);
    this.views = new ViewReader(tables, javadoc, faults);
  }

  /** The application, or nothing when none can be made out. */
  Optional<ApplicationDefinition> read(AnnotatedElements annotated) {
    List<Element> declared = annotated.of(ConnectorApplication.class);
    if (declared.isEmpty()) {
      annotated.all().stream().findFirst().ifPresent(this::reportMissingApplication);
      return Optional.empty();
    }
    declared.stream().skip(1).forEach(second -> reportSecond(second, declared.get(0)));
    Element element = declared.get(0);
    ConnectorApplication application = element.getAnnotation(ConnectorApplication.class);
    addLibraries(annotated, application, element);
    List<ProcedureDefinition> readProcedures = procedures(annotated, application);
    List<TableDefinition> readTables = new ArrayList<>();
    for (Element table : annotated.of(StateTable.class)) {
      tables.read((TypeElement) table).ifPresent(readTables::add);
    }
    readTables.sort(Comparator.comparing(TableDefinition::name));
    List<StageDefinition> readStages =
        annotated.of(StateStage.class).stream()
            .map(stage -> stages.read((TypeElement) stage))
            .sorted(Comparator.comparing(StageDefinition::name))
            .toList();
    List<ViewDefinition> readViews = new ArrayList<>();
    for (Element view : annotated.of(StateView.class)) {
      views.read((TypeElement) view).ifPresent(readViews::add);
    }
    readViews.sort(Comparator.comparing(ViewDefinition::name));
    return Optional.of(
        ApplicationReader.read(
            new Origin(element, application.name()),
            application,
            new ApplicationReader.Parts(
                readProcedures,
                readTables,
                readStages,
                readViews,
                tasks(annotated, readProcedures))));
  }

  private void addLibraries(
      AnnotatedElements annotated, ConnectorApplication application, Element element) {
    for (String library : application.libraryTables()) {
      if (!annotated.addLibrary(library)) {
        faults.add(
            Problem.TABLE_LIBRARY_EMPTY,
            new Origin(element, application.name()),
            "libraryTables names the package '"
                + library
                + "', in which the class path has no @StateTable. Check its spelling, and that its"
                + " library is a dependency.");
      }
    }
  }

  private List<ProcedureDefinition> procedures(
      AnnotatedElements annotated, ConnectorApplication application) {
    List<ProcedureDefinition> read = new ArrayList<>();
    for (Element procedure : annotated.of(ConnectorProcedure.class)) {
      procedures.read((ExecutableElement) procedure, application).ifPresent(read::add);
    }
    read.sort(
        Comparator.comparing(ProcedureDefinition::name)
            .thenComparing(ProcedureDefinition::signature));
    return read;
  }

  private List<TaskDefinition> tasks(
      AnnotatedElements annotated, List<ProcedureDefinition> readProcedures) {
    List<TaskDefinition> read = new ArrayList<>();
    for (Element task : annotated.of(ScheduledTask.class)) {
      Origin origin = Origins.of(task);
      Optional<ProcedureDefinition> procedure =
          readProcedures.stream()
              .filter(candidate -> candidate.origin().element().equals(task))
              .findFirst();
      if (task.getAnnotation(ConnectorProcedure.class) == null) {
        faults.add(
            Problem.TASK_WITHOUT_PROCEDURE,
            origin,
            "@ScheduledTask stands on a method that is no procedure. Add @ConnectorProcedure.");
      }
      procedure.ifPresent(
          called ->
              read.add(TaskReader.read(origin, task.getAnnotation(ScheduledTask.class), called)));
    }
    read.sort(Comparator.comparing(TaskDefinition::name));
    return read;
  }

  private void reportMissingApplication(Element element) {
    faults.add(
        Problem.APPLICATION_MISSING,
        Origins.of(element),
        "no package of this compilation has @ConnectorApplication. Add it to a package-info.java,"
            + " and compile the whole module.");
  }

  private void reportSecond(Element second, Element first) {
    faults.add(
        Problem.APPLICATION_DUPLICATE,
        Origins.of(second),
        "a second @ConnectorApplication; the first is on package " + first + ". Keep one.");
  }
}
