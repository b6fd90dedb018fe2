package io.snowpull.cli;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns, for people. All rows are held, since the widest decides. */
final class TableFormat implements ResultFormat.Writer {

  @Override
  public void write(ResultSet rows, Terminal terminal) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    List<List<String>> cells = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        String value = rows.getString(i);
        row.add(value == null ? "NULL" : value);
      }
      cells.add(row);
    }
    terminal.print(TextTable.of(Columns.names(rows.getMetaData()), cells).stripTrailing());
    terminal.say(cells.size() == 1 ? "1 row" : cells.size() + " rows");
  }
}
