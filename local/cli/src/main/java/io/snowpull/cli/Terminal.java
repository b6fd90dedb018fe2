package io.snowpull.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where results (standard output) and everything else (standard error) go.
 *
 * @param showsProgress whether standard error is a terminal, so that a line may be drawn over
 */
record Terminal(PrintStream out, PrintStream err, boolean showsProgress) {
  private static final String CLEAR_LINE = "\r\033[K";

  /** The script tells whether standard error is a terminal: Java cannot find out. */
  static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Boolean.getBoolean("snowpull.terminal"));
  }

  /** A line of the result. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** A line beside the result. */
  void say(String line) {
    err.println((showsProgress ? CLEAR_LINE : "") + line);
    err.flush();
  }

  /** Draws over the last progress line; nothing where standard error is not a terminal. */
  void progress(String line) {
    if (showsProgress) {
      err.print(CLEAR_LINE + line);
      err.flush();
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
