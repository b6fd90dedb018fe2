package io.snowpull.runtime.enabling;

import java.util.List;

/**
 * What the task of a resource runs, and on what.
 *
 * @param warehouseReference the reference through which the consumer lends a warehouse
 * @param minutes from one run to the next
 * @param procedure the procedure with its schema; it takes the resource's key
 */
public record TaskTarget(String warehouseReference, int minutes, List<String> procedure) {
  public TaskTarget {
    procedure = List.copyOf(procedure);
  }
}
