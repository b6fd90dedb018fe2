package io.snowpull.runtime.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the fixed statements that are packed beside the class that runs them. */
public final class SqlText {
  private SqlText() {}

  /** The text of {@code name} in the package of {@code owner}. */
  public static String of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the statement " + name + " is not packed beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packed statement " + name, e);
    }
  }
}
