package io.snowpull.processor.render;

/** Text that is the same in every language: spaces, digits, words fixed by the generator. */
record Layout(String text) {

  /** Spaces that fill a name up to a width. */
  static Layout padding(String name, int width) {
    return new Layout(" ".repeat(Math.max(0, width - name.length())));
  }
}
