package io.snowpull.processor.javac;

import io.snowpull.processor.model.Origin;
import java.util.Objects;
import javax.lang.model.element.Element;

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

  /**
   * A member named with its owner: {@code ingestData(resourceId)} reads better than a bare name.
   */
  static Origin member(Element member) {
    return new Origin(member, owner(member).getSimpleName().toString());
  }
}
