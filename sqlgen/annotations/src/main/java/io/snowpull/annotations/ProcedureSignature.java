package io.snowpull.annotations;

import java.util.ArrayList;
import java.util.List;

/**
 * A procedure of the application; constants of it are generated.
 *
 * @param object schema and name
 * @param argumentTypes SQL types of its arguments, in order
 */
public record ProcedureSignature(SchemaObject object, List<String> argumentTypes) {

  public ProcedureSignature {
    argumentTypes = List.copyOf(argumentTypes);
  }

  /**
   * Reads what {@link #text} writes. Generated constants are made so: it compiles to the least
   * code, and a class can hold thousands of them.
   */
  public static ProcedureSignature of(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException("'" + text + "' is no signature: SCHEMA.NAME(TYPE, ...)");
    }
    return new ProcedureSignature(
        SchemaObject.of(text.substring(0, open)),
        types(text.substring(open + 1, text.length() - 1)));
  }

  /** Commas in parentheses belong to a type: {@code NUMBER(38, 0)}. */
  private static List<String> types(String list) {
    List<String> types = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        types.add(list.substring(from, i));
        from = i + 2;
      }
    }
    if (from < list.length()) {
      types.add(list.substring(from));
    }
    return types;
  }

  /** {@code SCHEMA.NAME(TYPE, ...)}, as GRANT and ALTER name it. */
  public String text() {
    return object.qualified() + "(" + String.join(", ", argumentTypes) + ")";
  }
}
