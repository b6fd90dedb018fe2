package io.snowpull.processor.javac;

import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.processor.approved.ApprovedTables;
import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.problem.Fault;
import io.snowpull.processor.problem.Faults;
import io.snowpull.processor.problem.Problem;
import io.snowpull.processor.render.GeneratedFile;
import io.snowpull.processor.render.GeneratedFiles;
import io.snowpull.processor.render.NamesSource;
import io.snowpull.processor.validation.Validation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Generates the application's files from its annotations: read, validate, render, write. */
public final class SnowpullProcessor extends AbstractProcessor {

  /** Option with the path of the approved {@code app.json}. */
  private static final String APPROVED = "snowpull.approved";

  private @Nullable AnnotatedElements annotated;
  private @Nullable Reading first;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return AnnotatedElements.ANNOTATIONS.stream()
        .map(Class::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(APPROVED);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (annotated == null) {
      annotated = new AnnotatedElements(processingEnv.getElementUtils());
    }
    annotated.add(round);
    writeNamesOnce(annotated);
    if (round.processingOver() && !round.errorRaised()) {
      generate(annotated);
    }
    return false;
  }

  /**
   * The application as it was read in one round.
   *
   * @param elements how many there were to read
   */
  private record Reading(
      Optional<ApplicationDefinition> application, Faults faults, int elements) {}

  private Reading read(AnnotatedElements annotated) {
    Faults faults = new Faults();
    Optional<ApplicationDefinition> application =
        new ModelReader(processingEnv, faults).read(annotated);
    return new Reading(application, faults, annotated.size());
  }

  private void generate(AnnotatedElements annotated) {
    Reading reading = first;
    if (reading != null && reading.elements() == annotated.size() && isFaultless(reading)) {
      reading.application().ifPresent(it -> write(GeneratedFiles.of(it), annotated));
      return;
    }
    // Faults are reported on the elements of the last round, where every type is known.
    Reading last = read(annotated);
    if (isFaultless(last)) {
      last.application().ifPresent(it -> write(GeneratedFiles.of(it), annotated));
    }
    last.faults().all().forEach(this::report);
  }

  private boolean isFaultless(Reading reading) {
    Faults faults = reading.faults();
    reading
        .application()
        .ifPresent(
            application -> Validation.check(application, approved(application, faults), faults));
    return faults.none();
  }

  /** In the first round that has the application, as other sources of it use the names. */
  private void writeNamesOnce(AnnotatedElements annotated) {
    if (first != null || annotated.of(ConnectorApplication.class).isEmpty()) {
      return;
    }
    first = read(annotated);
    first
        .application()
        .filter(application -> application.name().plain())
        .ifPresent(application -> writeNames(application, annotated));
  }

  private void writeNames(ApplicationDefinition application, AnnotatedElements annotated) {
    String javaPackage = application.origin().element().toString();
    String name = javaPackage + "." + NamesSource.className(application);
    Element[] origins = annotated.all().toArray(Element[]::new);
    try (Writer writer = processingEnv.getFiler().createSourceFile(name, origins).openWriter()) {
      writer.write(NamesSource.render(application, javaPackage));
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "cannot write " + name + ": " + e.getMessage());
    }
  }

  /** The approved tables, where the option says where they are and the file is there. */
  private ApprovedTables approved(ApplicationDefinition application, Faults faults) {
    String path = processingEnv.getOptions().get(APPROVED);
    if (path == null || !Files.isRegularFile(Path.of(path))) {
      return ApprovedTables.none();
    }
    try {
      return ApprovedTables.read(Files.readString(Path.of(path)));
    } catch (IOException | IllegalArgumentException e) {
      faults.add(
          Problem.APPROVED_UNREADABLE,
          application.origin(),
          "the approved model given by -A"
              + APPROVED
              + " cannot be read: "
              + e.getMessage()
              + ". Restore it from version control.");
      return ApprovedTables.none();
    }
  }

  private void report(Fault fault) {
    processingEnv
        .getMessager()
        .printMessage(Diagnostic.Kind.ERROR, fault.message(), (Element) fault.origin().element());
  }

  private void write(List<GeneratedFile> files, AnnotatedElements annotated) {
    Element[] origins = annotated.all().toArray(Element[]::new);
    for (GeneratedFile file : files) {
      try (Writer writer =
          processingEnv
              .getFiler()
              .createResource(StandardLocation.CLASS_OUTPUT, "", "sf/" + file.name(), origins)
              .openWriter()) {
        writer.write(file.text());
      } catch (IOException e) {
        processingEnv
            .getMessager()
            .printMessage(
                Diagnostic.Kind.ERROR, "cannot write sf/" + file.name() + ": " + e.getMessage());
      }
    }
  }
}
