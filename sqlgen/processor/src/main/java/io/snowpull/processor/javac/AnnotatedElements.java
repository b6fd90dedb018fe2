package io.snowpull.processor.javac;

import io.snowpull.annotations.ConnectorApplication;
import io.snowpull.annotations.ConnectorProcedure;
import io.snowpull.annotations.ScheduledTask;
import io.snowpull.annotations.StateStage;
import io.snowpull.annotations.StateTable;
import io.snowpull.annotations.StateView;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The annotated elements of all rounds, in an order independent of the sources'.
 *
 * <p>Only names are kept: javac makes new elements in every round, and those of an earlier one have
 * lost their positions and comments.
 */
final class AnnotatedElements {

  static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(
          ConnectorApplication.class,
          ConnectorProcedure.class,
          ScheduledTask.class,
          StateStage.class,
          StateTable.class,
          StateView.class);

  private final Elements elements;
  private final Set<String> packages = new TreeSet<>();
  private final Set<String> types = new TreeSet<>();

  AnnotatedElements(Elements elements) {
    this.elements = elements;
  }

  void add(RoundEnvironment round) {
    for (Class<? extends Annotation> annotation : ANNOTATIONS) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof PackageElement found) {
          packages.add(found.getQualifiedName().toString());
        } else {
          TypeElement type =
              (TypeElement) (element instanceof TypeElement ? element : Origins.owner(element));
          types.add(type.getQualifiedName().toString());
        }
      }
    }
  }

  /**
   * Adds what a package outside this compilation has.
   *
   * @return whether it has any table
   */
  boolean addLibrary(String name) {
    PackageElement library = elements.getPackageElement(name);
    List<TypeElement> tables =
        library == null
            ? List.of()
            : ElementFilter.typesIn(library.getEnclosedElements()).stream()
                .filter(type -> has(type, StateTable.class))
                .toList();
    tables.forEach(table -> types.add(table.getQualifiedName().toString()));
    if (library != null) {
      ElementFilter.typesIn(library.getEnclosedElements()).stream()
          .filter(type -> has(type, StateStage.class))
          .forEach(stage -> types.add(stage.getQualifiedName().toString()));
    }
    return !tables.isEmpty();
  }

  /** How many packages and types there are. */
  int size() {
    return packages.size() + types.size();
  }

  /** Elements with the annotation; members of a class in the order of its source. */
  List<Element> of(Class<? extends Annotation> annotation) {
    return candidates().filter(element -> has(element, annotation)).toList();
  }

  List<Element> all() {
    return candidates()
        .filter(element -> ANNOTATIONS.stream().anyMatch(one -> has(element, one)))
        .toList();
  }

  /**
   * Asking for the annotation itself would make a proxy of it, which costs more than all the rest.
   */
  private static boolean has(Element element, Class<? extends Annotation> annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation.getName())) {
        return true;
      }
    }
    return false;
  }

  private Stream<Element> candidates() {
    Stream<Element> declaring = packages.stream().map(elements::getPackageElement);
    Stream<Element> declared =
        types.stream()
            .map(elements::getTypeElement)
            .flatMap(
                type ->
                    Stream.concat(
                        Stream.of(type),
                        ElementFilter.methodsIn(type.getEnclosedElements()).stream()));
    return Stream.concat(declaring, declared);
  }
}
