package io.snowpull.runtime.connector;

/** Names that every connector declares, because the runtime's tables and procedures use them. */
public final class StandardRoles {
  /** The application role that reads the data, and the rows that could not be written. */
  public static final String DATA_READER = "DATA_READER";

  /** The reference through which the consumer lends a warehouse. */
  public static final String WAREHOUSE_REFERENCE = "warehouse_reference";

  private StandardRoles() {}
}
