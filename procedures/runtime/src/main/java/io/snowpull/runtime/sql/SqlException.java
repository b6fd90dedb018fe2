package io.snowpull.runtime.sql;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.sql.SQLException;

/** The account refused or failed a statement. */
public final class SqlException extends ConnectorException {
  private static final long serialVersionUID = 1L;

  /** "Object 'X' already exists." */
  private static final int ALREADY_EXISTS = 2002;

  /** "Object does not exist or not authorized." */
  private static final int DOES_NOT_EXIST = 2003;

  /** "Object does not exist, or operation cannot be performed", as for databases. */
  private static final int DATABASE_DOES_NOT_EXIST = 2043;

  /** "SQL access control error: Insufficient privileges to operate on ..." */
  private static final int INSUFFICIENT_PRIVILEGES = 3001;

  /** Class of the SQL states of data that does not fit, such as text that is no JSON. */
  private static final String DATA = "22";

  private final int vendorCode;
  private final boolean aboutData;

  private SqlException(int vendorCode, String sqlState, String message, Throwable cause) {
    super(RuntimeError.STATEMENT_FAILED, message, cause);
    this.vendorCode = vendorCode;
    this.aboutData = sqlState.startsWith(DATA);
  }

  /** Wraps whatever a driver threw; the error of the account is looked for among its causes. */
  public static SqlException of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return new SqlException(
            sql.getErrorCode(),
            String.valueOf(sql.getSQLState()),
            "Snowflake answered " + sql.getErrorCode() + ": " + sql.getMessage(),
            thrown);
      }
    }
    return new SqlException(0, "", "The statement failed: " + thrown.getMessage(), thrown);
  }

  /** Snowflake's own code of the error; 0 when it is not known. */
  public int vendorCode() {
    return vendorCode;
  }

  /** Whether a value was refused, so that the same statement with other values may succeed. */
  public boolean isAboutData() {
    return aboutData;
  }

  public boolean alreadyExists() {
    return vendorCode == ALREADY_EXISTS;
  }

  /** Whether the object is missing or hidden; Snowflake does not tell which. */
  public boolean doesNotExist() {
    return vendorCode == DOES_NOT_EXIST || vendorCode == DATABASE_DOES_NOT_EXIST;
  }

  public boolean insufficientPrivileges() {
    return vendorCode == INSUFFICIENT_PRIVILEGES;
  }
}
