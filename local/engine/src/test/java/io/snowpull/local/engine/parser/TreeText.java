package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.ast.Statement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree as indented text, one record a line. What says nothing is left out: null, false, empty
 * lists, positions and the statement's own text.
 */
final class TreeText {
  private final StringBuilder out = new StringBuilder();

  static String of(Object tree) {
    TreeText text = new TreeText();
    text.write(tree, "", 0);
    return text.out.toString();
  }

  private void write(Object value, String label, int depth) {
    out.append("  ".repeat(depth)).append(label.isEmpty() ? "" : label + ":");
    if (inline(value)) {
      out.append(' ').append(value instanceof String s ? quoted(s) : value).append('\n');
      return;
    }
    if (value instanceof List<?> list) {
      out.append('\n');
      list.forEach(v -> write(v, "-", depth + 1));
      return;
    }
    writeRecord((Record) value, depth);
  }

  private void writeRecord(Record tree, int depth) {
    out.append(depth == 0 ? "" : " ").append(tree.getClass().getSimpleName());
    List<RecordComponent> nested = new ArrayList<>();
    for (RecordComponent component : tree.getClass().getRecordComponents()) {
      Object value = valueOf(component, tree);
      if (saysNothing(component, value)) {
        continue;
      }
      if (inline(value)) {
        out.append(' ').append(component.getName()).append('=');
        out.append(value instanceof String s ? quoted(s) : value);
      } else if (value instanceof List<?> list && list.stream().allMatch(TreeText::inline)) {
        out.append(' ').append(component.getName()).append('=').append(list);
      } else {
        nested.add(component);
      }
    }
    out.append('\n');
    nested.forEach(c -> write(valueOf(c, tree), c.getName(), depth + 1));
  }

  private static boolean saysNothing(RecordComponent component, Object value) {
    return value == null
        || value.equals(false)
        || value instanceof Position
        || (value instanceof List<?> list && list.isEmpty())
        || (component.getName().equals("text")
            && Statement.class.isAssignableFrom(component.getDeclaringRecord()))
        || value.toString().equals("UNSPECIFIED");
  }

  private static boolean inline(Object value) {
    return !(value instanceof List<?>)
        && (!(value instanceof Record)
            || value instanceof Identifier
            || value instanceof ObjectName.Plain);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\n", "\\n") + "'";
  }

  private static Object valueOf(RecordComponent component, Record tree) {
    try {
      return component.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
