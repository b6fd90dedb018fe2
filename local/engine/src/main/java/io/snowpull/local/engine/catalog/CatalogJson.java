package io.snowpull.local.engine.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.TypeNames;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Catalog records as JSON text, the form in which they are stored. */
final class CatalogJson {

  private static final Pattern TYPE = Pattern.compile("([A-Z_ ]+)(?:\\(([0-9, ]+)\\))?");

  private final ObjectMapper mapper =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .registerModule(
              new SimpleModule()
                  .addSerializer(SnowflakeType.class, new TypeWriter())
                  .addDeserializer(SnowflakeType.class, new TypeReader())
                  .addSerializer(Instant.class, new InstantWriter())
                  .addDeserializer(Instant.class, new InstantReader()));

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  CatalogObject readObject(ObjectKind kind, String body) {
    return read(body, type(kind));
  }

  Grant readGrant(String body) {
    return read(body, Grant.class);
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return mapper.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the catalog holds an unreadable " + type.getSimpleName(), e);
    }
  }

  private static Class<? extends CatalogObject> type(ObjectKind kind) {
    return switch (kind) {
      case DATABASE -> DatabaseDefinition.class;
      case SCHEMA -> SchemaDefinition.class;
      case TABLE -> TableDefinition.class;
      case VIEW -> ViewDefinition.class;
      case SEQUENCE -> SequenceDefinition.class;
      case STAGE -> StageDefinition.class;
      case FILE_FORMAT -> FileFormatDefinition.class;
      case SECRET -> SecretDefinition.class;
      case NETWORK_RULE -> NetworkRuleDefinition.class;
      case PROCEDURE, FUNCTION -> RoutineDefinition.class;
      case TASK -> TaskDefinition.class;
      case STREAMLIT -> StreamlitDefinition.class;
      case ROLE -> RoleDefinition.class;
      case USER -> UserDefinition.class;
      case WAREHOUSE -> WarehouseDefinition.class;
      case INTEGRATION -> IntegrationDefinition.class;
      case APPLICATION_PACKAGE -> ApplicationPackageDefinition.class;
      case APPLICATION -> ApplicationDefinition.class;
      case APPLICATION_ROLE -> ApplicationRoleDefinition.class;
      default -> throw new IllegalStateException("the catalog keeps no " + kind);
    };
  }

  private static final class TypeWriter extends JsonSerializer<SnowflakeType> {
    @Override
    public void serialize(SnowflakeType value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.sql());
    }
  }

  private static final class TypeReader extends JsonDeserializer<SnowflakeType> {
    @Override
    public SnowflakeType deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      String text = in.getText();
      Matcher matcher = TYPE.matcher(text);
      if (!matcher.matches()) {
        throw new IOException("no type: " + text);
      }
      List<Integer> parameters =
          matcher.group(2) == null
              ? List.of()
              : Stream.of(matcher.group(2).split(",")).map(p -> Integer.valueOf(p.trim())).toList();
      return TypeNames.find(matcher.group(1), parameters)
          .orElseThrow(() -> new IOException("no type: " + text));
    }
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class InstantReader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Instant.parse(in.getText());
    }
  }
}
