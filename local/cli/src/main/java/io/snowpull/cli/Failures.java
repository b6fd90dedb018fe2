package io.snowpull.cli;

import io.snowpull.local.engine.account.DirectoryInUseException;
import io.snowpull.packaging.deploy.DeploymentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what went wrong. */
final class Failures {
  /** What a Java procedure said stands between its exception's class and its stack trace. */
  private static final Pattern OF_PROCEDURE =
      Pattern.compile(
          "Java Stored Procedure Error: (?:[\\w.$]+: )?(.*?)(?:\\R\\s+at |\\RCaused by:|$)",
          Pattern.DOTALL);

  private Failures() {}

  /** For people who use the program: no stack trace, unless the fault is the program's own. */
  static String explain(Throwable fault) {
    if (fault instanceof SQLException sql) {
      if (OF_PROCEDURE.matcher(String.valueOf(sql.getMessage())).find()) {
        return message(sql);
      }
      return String.format(
          Locale.ROOT, "%06d (%s): %s", sql.getErrorCode(), sql.getSQLState(), message(sql));
    }
    if (fault instanceof BindException || fault.getCause() instanceof BindException) {
      return message(fault) + ". Choose another port with --port N (0 picks a free one).";
    }
    if (fault instanceof UncheckedIOException
        || fault instanceof DirectoryInUseException
        || fault instanceof CommandException
        || fault instanceof DeploymentException
        || fault instanceof IllegalArgumentException
        || fault instanceof IOException) {
      return message(fault);
    }
    Throwable cause = fault.getCause();
    return fault.getClass().getSimpleName()
        + ": "
        + message(fault)
        + (cause == null ? "" : " (" + explain(cause) + ")");
  }

  static String message(Throwable fault) {
    String message = fault.getMessage();
    if (message == null) {
      return fault.getClass().getSimpleName();
    }
    Matcher ofProcedure = OF_PROCEDURE.matcher(message);
    return ofProcedure.find() ? String.valueOf(ofProcedure.group(1)).strip() : message.strip();
  }
}
