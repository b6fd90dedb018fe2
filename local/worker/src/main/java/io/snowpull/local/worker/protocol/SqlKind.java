package io.snowpull.local.worker.protocol;

/** The SQL types that a procedure's arguments and result can have, without precision. */
public enum SqlKind {
  VARCHAR,
  NUMBER,
  FLOAT,
  BOOLEAN,
  BINARY,
  DATE,
  TIME,
  TIMESTAMP_NTZ,
  TIMESTAMP_LTZ,
  TIMESTAMP_TZ,
  VARIANT,
  OBJECT,
  ARRAY
}
