package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.StageLocation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code @stage/path}. */
final class StagePaths {
  private StagePaths() {}

  static StageLocation parse(String text) {
    if (!text.startsWith("@")) {
      return new StageLocation(Kind.OTHER, null, text);
    }
    if (text.startsWith("@~")) {
      return new StageLocation(Kind.USER, null, relative(text.substring(2)));
    }
    List<Identifier> parts = new ArrayList<>();
    boolean table = false;
    int at = 1;
    while (at < text.length() && text.charAt(at) != '/') {
      if (text.charAt(at) == '%') {
        table = true;
        at++;
      }
      int end = endOfPart(text, at);
      parts.add(part(text.substring(at, end)));
      at = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    }
    return new StageLocation(
        table ? Kind.TABLE : Kind.NAMED, new ObjectName.Plain(parts), relative(text.substring(at)));
  }

  private static int endOfPart(String text, int from) {
    boolean quoted = false;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '.' || c == '/')) {
        break;
      }
      at++;
    }
    return at;
  }

  private static Identifier part(String text) {
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return new Identifier(text.substring(1, text.length() - 1).replace("\"\"", "\""));
    }
    return new Identifier(text.isEmpty() ? "PUBLIC" : text.toUpperCase(Locale.ROOT));
  }

  private static String relative(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
