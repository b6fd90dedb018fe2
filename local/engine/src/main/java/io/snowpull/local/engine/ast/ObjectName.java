package io.snowpull.local.engine.ast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The name of an object: written out, or to be computed when the statement runs. */
public sealed interface ObjectName {
  /** A name of the given parts, which are taken as Snowflake stores them. */
  static Plain plain(String... parts) {
    return new Plain(Arrays.stream(parts).map(Identifier::new).toList());
  }

  /**
   * One to four parts, outermost first. In {@code db..t} the missing schema is the part {@code
   * PUBLIC}.
   */
  record Plain(List<Identifier> parts) implements ObjectName {
    public Plain {
      parts = List.copyOf(parts);
    }

    /** The innermost part. */
    public Identifier last() {
      return parts.get(parts.size() - 1);
    }

    @Override
    public String toString() {
      return parts.stream().map(Identifier::toString).collect(Collectors.joining("."));
    }
  }

  /**
   * {@code IDENTIFIER(expression)}, or {@code TABLE('name')}: the expression's text is the name, to
   * be parsed.
   */
  record Dynamic(Expression expression) implements ObjectName {}
}
