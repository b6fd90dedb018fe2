package io.snowpull.local.engine.result;

/**
 * The kinds of statement that the client protocol tells apart, with their {@code statementTypeId}.
 *
 * <p>Source: https://github.com/snowflakedb/snowflake-jdbc, SFStatementType.
 */
public enum StatementType {
  SELECT(0x1000),
  EXPLAIN(0x1001),
  INSERT(0x3100),
  UPDATE(0x3200),
  DELETE(0x3300),
  MERGE(0x3400),
  MULTI_TABLE_INSERT(0x3500),
  COPY(0x3600),
  SCL(0x4000),
  ALTER_SESSION(0x4100),
  USE(0x4300),
  SHOW(0x4400),
  DESCRIBE(0x4500),
  LIST(0x4701),
  TCL(0x5000),
  DDL(0x6000),
  GET(0x7101),
  PUT(0x7102),
  MULTI(0xA000);

  private final int id;

  StatementType(int id) {
    this.id = id;
  }

  /** The number that drivers read. */
  public int id() {
    return id;
  }

  /** Whether the rows of the result are counts of changed rows. */
  public boolean changesRows() {
    return id >= 0x3000 && id < 0x4000;
  }
}
