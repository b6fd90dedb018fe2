package io.snowpull.annotations;

/** Snowflake's types for columns. */
public enum ColumnType {
  /** The type that the component's Java type maps to. */
  FROM_JAVA,
  ARRAY,
  BINARY,
  BOOLEAN,
  DATE,
  FLOAT,
  NUMBER,
  OBJECT,
  TIME,
  TIMESTAMP_LTZ,
  TIMESTAMP_NTZ,
  TIMESTAMP_TZ,
  VARCHAR,
  VARIANT
}
