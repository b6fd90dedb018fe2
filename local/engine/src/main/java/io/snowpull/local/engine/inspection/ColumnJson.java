package io.snowpull.local.engine.inspection;

import io.snowpull.local.engine.types.SnowflakeType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A column's type as the JSON in SHOW COLUMNS, from which drivers make their metadata. */
final class ColumnJson {

  private ColumnJson() {}

  static String of(SnowflakeType type, boolean nullable) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type.wireName().toUpperCase(Locale.ROOT));
    if (type instanceof SnowflakeType.Number number) {
      json.put("precision", number.precision());
      json.put("scale", number.scale());
    } else if (type instanceof SnowflakeType.Text text) {
      json.put("length", text.length());
      json.put("byteLength", Math.min(4L * text.length(), SnowflakeType.MAX_TEXT_LENGTH));
      json.put("fixed", false);
    } else if (type instanceof SnowflakeType.Binary binary) {
      json.put("length", binary.length());
      json.put("byteLength", binary.length());
      json.put("fixed", false);
    } else if (type instanceof SnowflakeType.Time time) {
      json.put("precision", 0);
      json.put("scale", time.scale());
    } else if (type instanceof SnowflakeType.Timestamp timestamp) {
      json.put("precision", 0);
      json.put("scale", timestamp.scale());
    }
    json.put("nullable", nullable);
    return JsonText.object(json);
  }
}
