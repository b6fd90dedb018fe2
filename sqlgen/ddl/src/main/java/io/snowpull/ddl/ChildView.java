package io.snowpull.ddl;

import java.util.List;

/**
 * A view over what one column of the view of all resources holds.
 *
 * @param name its name, in upper case
 * @param column the VARIANT column that is looked into
 * @param kind what that column holds
 * @param columns what is shown of each element or object, by its path in there; the first is there
 *     in each
 */
public record ChildView(String name, String column, Kind kind, List<FlattenedColumn> columns) {
  /** What a VARIANT column holds. */
  public enum Kind {
    /** An array: a row for each element. */
    ELEMENTS,
    /** An object or nothing: a row for each object. */
    OBJECT
  }

  public ChildView {
    columns = List.copyOf(columns);
  }
}
