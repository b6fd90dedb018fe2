package io.snowpull.ddl.recurring;

import io.snowpull.ddl.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the recurring statements beside their enum; run by the build after compiling. */
public final class RenderRecurringStatements {
  private RenderRecurringStatements() {}

  /**
   * @param args the folder of compiled classes
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        Path.of(args[0]).resolve(RecurringStatement.class.getPackageName().replace('.', '/'));
    Files.createDirectories(folder);
    for (RecurringStatement statement : RecurringStatement.values()) {
      Files.writeString(folder.resolve(statement.file()), render(statement) + "\n");
    }
  }

  static String render(RecurringStatement statement) {
    return Rendering.prepared(Statements.of(statement));
  }
}
