package io.snowpull.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How {@code sql} prints a result. */
enum ResultFormat {
  TABLE(new TableFormat()),
  JSON(new JsonFormat()),
  CSV(new CsvFormat());

  private final Writer writer;

  ResultFormat(Writer writer) {
    this.writer = writer;
  }

  void write(ResultSet rows, Terminal terminal) throws SQLException {
    writer.write(rows, terminal);
  }

  /** As written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes the rows to standard output. */
  interface Writer {
    void write(ResultSet rows, Terminal terminal) throws SQLException;
  }
}
