package io.snowpull.runtime.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a connector was provisioned with.
 *
 * @param destinationDatabase where the sink tables are
 * @param secretName the secret with the token, three parts
 * @param integrationName the external access integration
 * @param apiBaseUrl where the source answers; empty for its public address
 * @param document the whole document as it was given, unknown keys included
 */
public record ConnectorConfiguration(
    SqlName destinationDatabase,
    SqlName secretName,
    SqlName integrationName,
    Optional<String> apiBaseUrl,
    JsonNode document) {
  static final String DESTINATION_DATABASE = "destination_database";
  static final String SECRET_NAME = "secret_name";
  static final String INTEGRATION_NAME = "external_access_integration_name";
  static final String API_BASE_URL = "api_base_url";

  /** Checks a document from a person; all its missing keys are named in one error. */
  public static ConnectorConfiguration of(JsonNode document) {
    if (!document.isObject()) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "The configuration must be a JSON object with the keys "
              + String.join(", ", DESTINATION_DATABASE, SECRET_NAME, INTEGRATION_NAME)
              + ", but it is "
              + document.getNodeType().name().toLowerCase(Locale.ROOT)
              + ". Pass it as PARSE_JSON('{...}').");
    }
    List<String> missing = new ArrayList<>();
    for (String key : List.of(DESTINATION_DATABASE, SECRET_NAME, INTEGRATION_NAME)) {
      if (optionalText(document, key).isEmpty()) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_KEY_MISSING,
          "The configuration lacks "
              + String.join(", ", missing)
              + ". Add "
              + (missing.size() == 1 ? "this key" : "these keys")
              + " with a text value and call PROVISION_CONNECTOR again.");
    }
    return new ConnectorConfiguration(
        database(document),
        SqlName.parse(
            SECRET_NAME,
            text(document, SECRET_NAME),
            3,
            "the full name of a secret, DATABASE.SCHEMA.SECRET"),
        SqlName.parse(
            INTEGRATION_NAME,
            text(document, INTEGRATION_NAME),
            1,
            "the name of an external access integration"),
        optionalText(document, API_BASE_URL),
        document);
  }

  /** Its name becomes part of others, so it has to be one that needs no quotes. */
  private static SqlName database(JsonNode document) {
    String shape = "the name of a database without quotes, such as GITHUB";
    String text = text(document, DESTINATION_DATABASE);
    SqlName name = SqlName.parse(DESTINATION_DATABASE, text, 1, shape);
    if (!name.isPlain()) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "Configuration key '"
              + DESTINATION_DATABASE
              + "' is '"
              + text
              + "', which is not "
              + shape
              + ".");
    }
    return name;
  }

  private static String text(JsonNode document, String key) {
    return optionalText(document, key).orElseThrow();
  }

  private static Optional<String> optionalText(JsonNode document, String key) {
    JsonNode value = document.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new ConnectorException(
          RuntimeError.CONFIGURATION_INVALID,
          "Configuration key '" + key + "' must be text, but it is " + value + ".");
    }
    return Optional.of(value.textValue().strip()).filter(text -> !text.isEmpty());
  }
}
