package io.snowpull.local.engine.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.snowpull.local.engine.session.ParameterDefinition;
import io.snowpull.local.engine.session.SessionParameters;
import java.io.IOException;

/** Writes a session's parameters, typed, as drivers read them from logins and results. */
final class ParameterJson {

  private ParameterJson() {}

  static void write(JsonGenerator json, SessionParameters parameters) throws IOException {
    json.writeArrayFieldStart("parameters");
    for (ParameterDefinition parameter : ParameterDefinition.values()) {
      json.writeStartObject();
      json.writeStringField("name", parameter.name());
      json.writeFieldName("value");
      String value = parameters.value(parameter);
      switch (parameter.type()) {
        case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(value));
        case NUMBER -> json.writeNumber(Long.parseLong(value));
        case STRING -> json.writeString(value);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
