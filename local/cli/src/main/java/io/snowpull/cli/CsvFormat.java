package io.snowpull.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values with a header line, quoted only where needed (RFC 4180). NULL is empty, an
 * empty text is quoted.
 */
final class CsvFormat implements ResultFormat.Writer {

  @Override
  public void write(ResultSet rows, Terminal terminal) throws SQLException {
    terminal.print(line(Columns.names(rows.getMetaData())));
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<@Nullable String> row = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        row.add(rows.getString(i));
      }
      terminal.print(line(row));
    }
  }

  private static String line(List<? extends @Nullable String> cells) {
    return cells.stream().map(CsvFormat::cell).collect(Collectors.joining(","));
  }

  private static String cell(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean isPlain = !value.isEmpty() && value.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return isPlain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
