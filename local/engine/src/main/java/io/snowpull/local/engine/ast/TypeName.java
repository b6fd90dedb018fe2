package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data type as written: upper case, words joined by one blank ({@code DOUBLE PRECISION}),
 * arguments not yet checked. Structured types hold their parts in {@code fields}: {@code
 * ARRAY(INT)} one unnamed, {@code MAP(K, V)} two unnamed, {@code OBJECT(a INT)} named ones, {@code
 * VECTOR(FLOAT, 3)} one unnamed and the length in {@code arguments}.
 */
public record TypeName(String name, List<Integer> arguments, List<Field> fields) {
  public TypeName {
    arguments = List.copyOf(arguments);
    fields = List.copyOf(fields);
  }

  /** One part of a structured type. */
  public record Field(@Nullable Identifier name, TypeName type, boolean notNull) {}
}
