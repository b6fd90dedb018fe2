package io.snowpull.processor.render;

import io.snowpull.processor.model.ApplicationDefinition;
import io.snowpull.processor.model.Origin;
import io.snowpull.processor.model.ProcedureDefinition;
import io.snowpull.processor.model.QualifiedName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * The model as JSON for other tools: records become objects in the order of their components, and
 * names, types and keywords strings. A procedure comes with the statement that calls it.
 */
final class ModelJson {

  private ModelJson() {}

  static String render(ApplicationDefinition application) {
    return value(application, "") + "\n";
  }

  private static String value(Object value, String indent) {
    if (value instanceof List<?> list) {
      return block("[", "]", list.stream().map(one -> value(one, indent + "  ")).toList(), indent);
    }
    if (value instanceof Boolean || value instanceof Number) {
      return value.toString();
    }
    boolean structure =
        value.getClass().isRecord() && value.getClass().getRecordComponents().length > 1;
    return structure && !(value instanceof QualifiedName)
        ? block("{", "}", fields((Record) value, indent + "  "), indent)
        : quoted(value.toString());
  }

  private static List<String> fields(Record value, String indent) {
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (component.getType() != Origin.class) {
        fields.add(quoted(component.getName()) + ": " + value(read(component, value), indent));
      }
    }
    if (value instanceof ProcedureDefinition procedure) {
      fields.add(quoted("call") + ": " + quoted(procedure.call()));
      fields.add(quoted("fullCall") + ": " + quoted(procedure.fullCall()));
    }
    return fields;
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static String block(String open, String close, List<String> parts, String indent) {
    return parts.isEmpty()
        ? open + close
        : open + "\n  " + indent + String.join(",\n  " + indent, parts) + "\n" + indent + close;
  }

  /** A JSON string, which is a YAML double-quoted scalar too. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          boolean plain =
              c >= ' ' && c < 0x7f || c > 0xa0 && !Character.isISOControl(c) && c < 0x2000;
          quoted.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
      }
    }
    return quoted.append('"').toString();
  }
}
