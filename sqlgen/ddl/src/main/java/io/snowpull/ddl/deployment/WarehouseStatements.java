package io.snowpull.ddl.deployment;

import io.snowpull.ddl.Rendering;
import java.util.List;
import org.jooq.QueryPart;

/** Statements for the warehouse that an installation runs on. */
public final class WarehouseStatements {
  private final QueryPart warehouse;

  /**
   * @param name the warehouse
   */
  public WarehouseStatements(String name) {
    this.warehouse = Rendering.plain(List.of(name));
  }

  /** The smallest, which costs nothing while nothing runs. */
  public AccountStatement create() {
    return AccountStatement.of(
        "CREATE WAREHOUSE IF NOT EXISTS {0} WAREHOUSE_SIZE = XSMALL AUTO_SUSPEND = 60"
            + " INITIALLY_SUSPENDED = TRUE",
        warehouse);
  }

  public AccountStatement use() {
    return AccountStatement.of("USE WAREHOUSE {0}", warehouse);
  }
}
