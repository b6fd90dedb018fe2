package io.snowpull.local.engine.duckdb;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that has the account's data file open until its input ends. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (Database database = Database.open(Path.of(arguments[0]))) {
      System.out.println("open");
      System.in.transferTo(System.out);
    }
  }
}
