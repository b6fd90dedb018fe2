package io.snowpull.ddl;

import java.util.List;

/** Statements for the table of one row whose lock orders the batches of one resource. */
public final class FenceStatements {
  private final Rendering rendering = new Rendering();
  private final List<String> table;

  /**
   * @param table name of the table with its schema
   */
  public FenceStatements(List<String> table) {
    this.table = List.copyOf(table);
  }

  public String create() {
    return rendering.statement(
        "CREATE TABLE IF NOT EXISTS {0} ({1} VARCHAR)",
        Rendering.name(table), Rendering.name("RUN_ID"));
  }

  public String drop() {
    return rendering.statement("DROP TABLE IF EXISTS {0}", Rendering.name(table));
  }
}
