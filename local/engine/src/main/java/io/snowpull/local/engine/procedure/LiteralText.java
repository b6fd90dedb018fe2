package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import java.math.BigDecimal;

/** A value as a SQL literal, the form in which an argument's default is stored. */
final class LiteralText {
  private LiteralText() {}

  static String of(Value value) {
    Object content = value.content();
    if (content == null) {
      return "NULL";
    }
    if (content instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (content instanceof Boolean bool) {
      return bool ? "TRUE" : "FALSE";
    }
    String text = "'" + content.toString().replace("\\", "\\\\").replace("'", "''") + "'";
    return value.type() instanceof SnowflakeType.Text ? text : text + "::" + value.type().sql();
  }
}
