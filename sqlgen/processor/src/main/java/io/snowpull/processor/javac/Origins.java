package io.snowpull.processor.javac;

import io.snowpull.processor.model.Origin;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.ElementFilter;

/** Makes origins of the compiler's elements. */
final class Origins {

  private Origins() {}

  static Origin of(Element element) {
    String name = element.getSimpleName().toString();
    return new Origin(element, name.isEmpty() ? element.toString() : name);
  }

  /** The class of a member; every member has one. */
  static Element owner(Element member) {
    return Objects.requireNonNull(member.getEnclosingElement());
  }

  /** A record's component, named with its record; javac knows the position of its field only. */
  static Origin component(RecordComponentElement component) {
    Element type = owner(component);
    Element positioned =
        ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
            .map(Element.class::cast)
            .findFirst()
            .orElse(type);
    return new Origin(positioned, type.getSimpleName().toString());
  }
}
