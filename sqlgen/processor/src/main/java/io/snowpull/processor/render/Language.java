package io.snowpull.processor.render;

/** How values are written in one target language; the type of a value decides, never its author. */
interface Language {

  /** The value as it stands in the file; throws for a type the language has no form for. */
  String write(Object value);

  /** Thrown for a value that the language cannot hold. */
  static IllegalArgumentException unwritable(Object value, String language) {
    return new IllegalArgumentException(
        "no " + language + " form for " + value.getClass().getSimpleName() + ": " + value);
  }
}
