package io.snowpull.processor.model;

import java.util.List;

/** What is captured; a level is empty when the manifest does not mention it. */
public record TelemetryDefinition(
    String logLevel, String traceLevel, String metricLevel, List<EventDefinition> events) {

  /** A kind of event shared with the provider. */
  public record EventDefinition(Keyword type, boolean mandatory) {}
}
