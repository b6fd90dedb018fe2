package io.snowpull.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.source.PageReader;
import io.snowpull.runtime.source.ReadPage;
import io.snowpull.runtime.source.SourcePage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A successful answer of a {@link JsonApi}. */
public final class JsonAnswer {
  private final URI address;
  private final HttpHeaders headers;
  private final byte[] body;
  private final long bytes;
  private final Instant arrival;

  JsonAnswer(URI address, HttpHeaders headers, byte[] body, long bytes, Instant arrival) {
    this.address = address;
    this.headers = headers;
    this.body = body;
    this.bytes = bytes;
    this.arrival = arrival;
  }

  /**
   * The answer as one document.
   *
   * @throws SourceException SOURCE_ANSWER_INVALID when it is not JSON
   */
  public JsonNode json() {
    try {
      return Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw JsonApi.invalid(address, e);
    }
  }

  /**
   * The answer as a page of rows; the next one is the Link header's {@code rel="next"} (RFC 8288).
   *
   * @throws SourceException SOURCE_ANSWER_INVALID when it is not an array of rows
   */
  public SourcePage page(PageReader reader) {
    try {
      ReadPage read = reader.read(body);
      return new SourcePage(
          address,
          1,
          read.rows(),
          read.unreadable(),
          next(),
          bytes,
          date().orElse(arrival),
          Optional.empty());
    } catch (IOException | URISyntaxException e) {
      throw JsonApi.invalid(address, e);
    }
  }

  private Optional<URI> next() throws URISyntaxException {
    Optional<String> target = LinkHeader.next(headers.allValues("link"));
    return target.isEmpty()
        ? Optional.empty()
        : Optional.of(address.resolve(new URI(target.get().strip())));
  }

  /** The source's clock; empty when it does not say. */
  private Optional<Instant> date() {
    try {
      return headers
          .firstValue("date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
