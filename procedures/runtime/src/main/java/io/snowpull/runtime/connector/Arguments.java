package io.snowpull.runtime.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.snowflake.snowpark_java.types.Variant;
import io.snowpull.runtime.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads what a procedure was called with. */
public final class Arguments {
  private Arguments() {}

  /** A VARIANT as a document; that of NULL is null. */
  public static JsonNode document(@Nullable Variant argument) {
    return argument == null ? NullNode.getInstance() : Json.parse(argument.asJsonString());
  }
}
