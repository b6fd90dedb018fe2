package io.snowpull.runtime.enabling;

import java.util.List;

/**
 * What the task of a resource runs, and on what.
 *
 * @param warehouseReference the reference through which the consumer lends a warehouse
 * @param procedure the procedure with its schema; it takes the resource's key
 */
public record TaskTarget(String warehouseReference, List<String> procedure) {
  public TaskTarget {
    procedure = List.copyOf(procedure);
  }
}
