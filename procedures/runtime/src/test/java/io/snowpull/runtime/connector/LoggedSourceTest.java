package io.snowpull.runtime.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.runtime.source.Unchanged;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.spi.LoggingEventAware;

class LoggedSourceTest {
  private final RecordingLogger log = new RecordingLogger();

  @Test
  void logsRunResourceAndPage() {
    SourcePage page =
        SourcePage.of(
            URI.create("https://api/p?page=2"),
            1,
            List.of(),
            Optional.empty(),
            9,
            Instant.EPOCH,
            Optional.empty());
    fetch(() -> page);
    fetch(() -> new Unchanged(1));
    assertThrows(
        ConnectorException.class,
        () ->
            fetch(
                () -> {
                  throw new ConnectorException(RuntimeError.SOURCE_FAILED, "no");
                }));
    assertEquals(
        List.of(
            "INFO page read run_id=r1 resource=o/r page=https://api/p?page=2 rows=0 bytes=9",
            "INFO nothing new run_id=r1 resource=o/r",
            "WARN page refused run_id=r1 resource=o/r code=SOURCE_FAILED"),
        log.lines);
  }

  private void fetch(Supplier<SourceAnswer> answer) {
    Source source =
        new Source() {
          @Override
          public SourceIdentity identify(String resourceId) {
            return new SourceIdentity(1, resourceId);
          }

          @Override
          public SourceAnswer fetch(long sourceId, PageRequest request) {
            return answer.get();
          }
        };
    new LoggedSource(source, log, "r1", "o/r")
        .fetch(1, new PageRequest.At(URI.create("https://api/p")));
  }

  /** Keeps what it is given, attributes behind the text. */
  @SuppressWarnings("serial")
  private static final class RecordingLogger extends LegacyAbstractLogger
      implements LoggingEventAware {
    final transient List<String> lines = new ArrayList<>();

    @Override
    public void log(LoggingEvent event) {
      lines.add(
          event.getLevel()
              + " "
              + event.getMessage()
              + event.getKeyValuePairs().stream()
                  .map(pair -> " " + pair.key + "=" + pair.value)
                  .collect(Collectors.joining()));
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        @Nullable String pattern,
        @Nullable Object @Nullable [] arguments,
        @Nullable Throwable throwable) {
      lines.add(level + " " + pattern);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    public boolean isTraceEnabled() {
      return true;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }
  }
}
