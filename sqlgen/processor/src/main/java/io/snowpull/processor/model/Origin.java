package io.snowpull.processor.model;

/**
 * Where a definition was declared; opaque to everything but the reader, which made it.
 *
 * @param element the compiler's element, or a substitute in tests
 * @param name its simple name, for messages
 */
public record Origin(Object element, String name) {

  /** The same element under another name, for a part of an annotation. */
  public Origin named(String part) {
    return new Origin(element, part);
  }
}
