package io.snowpull.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One JSON array with an object for each row; semi-structured columns are JSON in it. */
final class JsonFormat implements ResultFormat.Writer {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void write(ResultSet rows, Terminal terminal) throws SQLException {
    List<String> names = Columns.names(rows.getMetaData());
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (rows.next()) {
      ObjectNode row = array.addObject();
      for (int i = 1; i <= names.size(); i++) {
        String type = rows.getMetaData().getColumnTypeName(i).toUpperCase(Locale.ROOT);
        row.set(names.get(i - 1), node(rows.getString(i), type));
      }
    }
    terminal.print(array.toPrettyString());
  }

  private static JsonNode node(@Nullable String value, String type) {
    if (value == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (type) {
      case "NUMBER", "DECIMAL", "INTEGER", "BIGINT" ->
          JsonNodeFactory.instance.numberNode(new BigDecimal(value));
      case "BOOLEAN" -> JsonNodeFactory.instance.booleanNode(isTrue(value));
      case "DOUBLE", "FLOAT" -> floating(value);
      case "VARIANT", "OBJECT", "ARRAY" -> parsed(value);
      default -> JsonNodeFactory.instance.textNode(value);
    };
  }

  private static boolean isTrue(String value) {
    return value.equalsIgnoreCase("true") || value.equals("1");
  }

  /** JSON knows no NaN and no infinity: they stay texts. */
  private static JsonNode floating(String value) {
    double number = Double.parseDouble(value);
    return Double.isFinite(number)
        ? JsonNodeFactory.instance.numberNode(number)
        : JsonNodeFactory.instance.textNode(value);
  }

  private static JsonNode parsed(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.textNode(value);
    }
  }
}
