package io.snowpull.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A kind of event that the consumer can share with the provider. */
@Retention(RetentionPolicy.SOURCE)
@Target({})
public @interface TelemetryEvent {

  /** The kind. */
  EventType value();

  /** Whether installation requires the consumer to share it. */
  boolean mandatory() default false;

  /** Kinds of events, as the manifest spells them. */
  enum EventType {
    ALL,
    DEBUG_LOGS,
    ERRORS_AND_WARNINGS,
    EVENTS,
    METRICS,
    TRACES,
    USAGE_LOGS
  }
}
