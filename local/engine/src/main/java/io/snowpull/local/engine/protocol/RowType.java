package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.types.SnowflakeType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the columns of a result as the protocol's {@code rowtype}. */
final class RowType {

  private RowType() {}

  static void write(JsonGenerator json, List<Column> columns) throws IOException {
    json.writeArrayFieldStart("rowtype");
    for (Column column : columns) {
      write(json, column);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("database", "");
    json.writeStringField("schema", "");
    json.writeStringField("table", "");
    json.writeBooleanField("nullable", column.nullable());
    json.writeStringField("type", column.type().wireName());
    writeNumber(json, "precision", precision(column.type()));
    writeNumber(json, "scale", scale(column.type()));
    writeNumber(json, "length", length(column.type()));
    writeNumber(json, "byteLength", byteLength(column.type()));
    json.writeNullField("collation");
    json.writeEndObject();
  }

  private static @Nullable Integer precision(SnowflakeType type) {
    if (type instanceof SnowflakeType.Number number) {
      return number.precision();
    }
    return type instanceof SnowflakeType.Time || type instanceof SnowflakeType.Timestamp ? 0 : null;
  }

  private static @Nullable Integer scale(SnowflakeType type) {
    if (type instanceof SnowflakeType.Number number) {
      return number.scale();
    }
    if (type instanceof SnowflakeType.Time time) {
      return time.scale();
    }
    return type instanceof SnowflakeType.Timestamp timestamp ? timestamp.scale() : null;
  }

  private static @Nullable Integer length(SnowflakeType type) {
    if (type instanceof SnowflakeType.Text text) {
      return text.length();
    }
    return type instanceof SnowflakeType.Binary binary ? binary.length() : null;
  }

  /** Up to four bytes a character, but never more than Snowflake's largest cell of 16 MB. */
  private static @Nullable Integer byteLength(SnowflakeType type) {
    if (type instanceof SnowflakeType.Text text) {
      return (int) Math.min(4L * text.length(), SnowflakeType.MAX_TEXT_LENGTH);
    }
    return type instanceof SnowflakeType.Binary binary ? binary.length() : null;
  }

  private static void writeNumber(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
