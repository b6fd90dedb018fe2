package io.snowpull.runtime.resource;

/**
 * The names of the objects that one resource owns.
 *
 * @param base the unquoted, upper-case name of its sink table; the others follow from it
 */
public record ObjectNames(String base) {
  /** The sink table, in the destination database's PUBLIC schema. */
  public String table() {
    return base;
  }

  /** The flattening view, beside the table. */
  public String view() {
    return base + "_FLATTENED";
  }

  /** The task, in the application's TASKS schema. */
  public String task() {
    return "INGEST_" + base;
  }

  /** The task that compares the table with the source, beside the other. */
  public String reconciliationTask() {
    return "RECONCILE_" + base;
  }

  /** The table that orders the batches of its runs, in the application's STATE schema. */
  public String fence() {
    return "FENCE_" + base;
  }

  /** Whether the two resources would share a name in the destination schema. */
  boolean clashesWith(ObjectNames other) {
    return base.equals(other.base)
        || view().equals(other.base)
        || base.equals(other.view())
        || task().equals(other.task());
  }

  /** Whether one of the objects would carry this name. */
  boolean uses(String name) {
    return base.equals(name) || view().equals(name);
  }
}
