package io.snowpull.local.worker.logging;

import io.snowpull.local.worker.protocol.WorkerMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;

/** One logger. The session's own libraries stay silent: their records are not the procedure's. */
@SuppressWarnings("serial")
final class ProcedureLogger extends AbstractLogger implements LoggingEventAware {
  private static final List<String> LIBRARIES = List.of("com.snowflake.snowpark", "net.snowflake.");

  private final transient ProcedureLoggers loggers;
  private final transient MDCAdapter context;
  private final boolean silent;

  ProcedureLogger(String name, ProcedureLoggers loggers, MDCAdapter context) {
    this.name = name;
    this.loggers = loggers;
    this.context = context;
    this.silent = LIBRARIES.stream().anyMatch(name::startsWith);
  }

  @Override
  public void log(LoggingEvent event) {
    if (silent) {
      return;
    }
    Map<String, String> attributes = attributes();
    if (event.getKeyValuePairs() != null) {
      event
          .getKeyValuePairs()
          .forEach(pair -> attributes.put(pair.key, String.valueOf(pair.value)));
    }
    send(
        event.getLevel(),
        event.getMessage(),
        event.getArgumentArray(),
        event.getThrowable(),
        attributes);
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable throwable) {
    if (!silent) {
      send(level, pattern, arguments, throwable, attributes());
    }
  }

  private void send(
      Level level,
      @Nullable String pattern,
      @Nullable Object @Nullable [] arguments,
      @Nullable Throwable throwable,
      Map<String, String> attributes) {
    String text = MessageFormatter.basicArrayFormat(pattern, arguments);
    loggers.accept(
        new WorkerMessage.Log(
            level.name(),
            name,
            text == null ? "" : text,
            Thread.currentThread().getName(),
            System.currentTimeMillis(),
            attributes,
            throwable == null ? null : throwable.toString()));
  }

  private Map<String, String> attributes() {
    Map<String, String> copy = context.getCopyOfContextMap();
    return copy == null ? new LinkedHashMap<>() : new LinkedHashMap<>(copy);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return !silent;
  }

  @Override
  public boolean isTraceEnabled(Marker marker) {
    return !silent;
  }

  @Override
  public boolean isDebugEnabled() {
    return !silent;
  }

  @Override
  public boolean isDebugEnabled(Marker marker) {
    return !silent;
  }

  @Override
  public boolean isInfoEnabled() {
    return !silent;
  }

  @Override
  public boolean isInfoEnabled(Marker marker) {
    return !silent;
  }

  @Override
  public boolean isWarnEnabled() {
    return !silent;
  }

  @Override
  public boolean isWarnEnabled(Marker marker) {
    return !silent;
  }

  @Override
  public boolean isErrorEnabled() {
    return !silent;
  }

  @Override
  public boolean isErrorEnabled(Marker marker) {
    return !silent;
  }
}
