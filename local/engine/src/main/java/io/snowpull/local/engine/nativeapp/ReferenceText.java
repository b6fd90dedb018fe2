package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code reference('NAME')} as it is stored where an object's name would stand otherwise. */
public final class ReferenceText {
  private static final Pattern STORED = Pattern.compile("reference\\('([A-Z0-9_$]+)'\\)");

  private ReferenceText() {}

  /** The text to store for a reference, whose names fold to upper case. */
  public static String of(String name) {
    return "reference('" + name.toUpperCase(Locale.ROOT) + "')";
  }

  /** The reference's name; empty if the text is an object's name. */
  public static Optional<String> name(String stored) {
    Matcher matcher = STORED.matcher(stored);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The reference that a call of {@code reference('x')} names; empty for any other expression. */
  public static Optional<String> of(Expression expression) {
    if (expression instanceof Expression.FunctionCall call
        && call.name() instanceof ObjectName.Plain name
        && name.last().name().equals("REFERENCE")
        && call.arguments().size() == 1) {
      List<Expression.Argument> arguments = call.arguments();
      if (arguments.get(0).value() instanceof Expression.TextLiteral text) {
        return Optional.of(text.value().toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
