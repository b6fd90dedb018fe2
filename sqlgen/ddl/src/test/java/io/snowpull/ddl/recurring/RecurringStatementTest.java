package io.snowpull.ddl.recurring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurringStatementTest {

  @ParameterizedTest
  @EnumSource
  void whatIsPackedIsWhatJooqRenders(RecurringStatement statement) {
    assertEquals(RenderRecurringStatements.render(statement), statement.text());
  }

  /** Upper case of i has a dot there: a machine's language may not reach a statement. */
  @ParameterizedTest
  @EnumSource
  void theyAreTheSameInTurkey(RecurringStatement statement) {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertEquals(statement.text(), RenderRecurringStatements.render(statement));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreBound(RecurringStatement statement) {
    assertFalse(statement.text().matches("(?s).*\\bnull\\b.*"), statement.text());
    boolean announced = statement.purpose().contains("Binds: ");
    assertEquals(announced, statement.text().contains("?"), statement.purpose());
  }

  @Test
  void theScriptForReviewersHoldsEachStatement() {
    String script = RecurringStatement.script();
    for (RecurringStatement statement : RecurringStatement.values()) {
      assertTrue(script.contains("-- " + statement + ": "), statement.name());
      assertTrue(script.contains(statement.text() + ";\n"), statement.name());
    }
  }

  /** A procedure pays for every class it loads: here jOOQ cannot be found at all. */
  @Test
  void readingThemNeedsNoJooq() throws Exception {
    URL classes = RecurringStatement.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> loaded = alone.loadClass(RecurringStatement.class.getName());
      Object script = loaded.getMethod("script").invoke(null);
      assertEquals(RecurringStatement.script(), script);
    }
  }

  @Test
  void renderingTwiceGivesTheSameBytes(@TempDir Path folder) throws IOException {
    RenderRecurringStatements.main(new String[] {folder.toString()});
    for (RecurringStatement statement : RecurringStatement.values()) {
      Path file =
          folder
              .resolve(RecurringStatement.class.getPackageName().replace('.', '/'))
              .resolve(statement.file());
      assertEquals(statement.text() + "\n", Files.readString(file));
    }
  }
}
