package io.snowpull.runtime.enabling;

import java.util.List;

/**
 * What the task of a resource runs, and on what.
 *
 * @param warehouseReference the reference through which the consumer lends a warehouse
 * @param minutes from one run to the next, where a resource has no schedule of its own
 * @param procedure the procedure with its schema; it takes the resource's key
 */
public record TaskTarget(String warehouseReference, int minutes, List<String> procedure) {
  private static final int HALF_AN_HOUR = 30;

  /** Every half hour, as Snowflake's quickstart has it. */
  public TaskTarget(String warehouseReference, List<String> procedure) {
    this(warehouseReference, HALF_AN_HOUR, procedure);
  }

  public TaskTarget {
    procedure = List.copyOf(procedure);
  }

  String schedule() {
    return minutes + " MINUTES";
  }
}
