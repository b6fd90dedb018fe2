package io.snowpull.runtime.sql;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.sql.SQLException;

/** The account refused or failed a statement. */
public final class SqlException extends ConnectorException {
  private static final long serialVersionUID = 1L;

  /** "Object already exists"; https://docs.snowflake.com/en/developer-guide/snowflake-scripting. */
  private static final int ALREADY_EXISTS = 2002;

  /** "Object does not exist or not authorized." */
  private static final int DOES_NOT_EXIST = 2003;

  private final int vendorCode;

  private SqlException(int vendorCode, String message, Throwable cause) {
    super(RuntimeError.STATEMENT_FAILED, message, cause);
    this.vendorCode = vendorCode;
  }

  /** Wraps whatever a driver threw; the error of the account is looked for among its causes. */
  public static SqlException of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return new SqlException(
            sql.getErrorCode(),
            "Snowflake answered " + sql.getErrorCode() + ": " + sql.getMessage(),
            thrown);
      }
    }
    return new SqlException(0, "The statement failed: " + thrown.getMessage(), thrown);
  }

  /** Snowflake's own code of the error; 0 when it is not known. */
  public int vendorCode() {
    return vendorCode;
  }

  public boolean alreadyExists() {
    return vendorCode == ALREADY_EXISTS;
  }

  public boolean doesNotExist() {
    return vendorCode == DOES_NOT_EXIST;
  }
}
