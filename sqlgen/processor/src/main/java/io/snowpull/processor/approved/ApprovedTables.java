package io.snowpull.processor.approved;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of the approved model: types of the columns, by the tables' qualified names.
 *
 * <p>Accounts where the application is installed have these tables, with rows.
 */
public record ApprovedTables(Map<String, Map<String, String>> columns) {

  /** For an application without an approved copy. */
  public static ApprovedTables none() {
    return new ApprovedTables(Map.of());
  }

  /** Reads {@code app.json}; throws {@link IllegalArgumentException} for what is no such model. */
  public static ApprovedTables read(String json) {
    Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    for (Object table : list(Json.read(json), "tables")) {
      Map<String, String> columns = new LinkedHashMap<>();
      for (Object column : list(table, "columns")) {
        columns.put(text(column, "name"), text(column, "type"));
      }
      tables.put(text(table, "name"), columns);
    }
    return new ApprovedTables(tables);
  }

  private static List<?> list(Object object, String key) {
    if (object instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("there is no list '" + key + "'");
  }

  private static String text(Object object, String key) {
    if (object instanceof Map<?, ?> map && map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("there is no text '" + key + "'");
  }
}
