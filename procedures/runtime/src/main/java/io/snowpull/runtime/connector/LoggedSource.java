package io.snowpull.runtime.connector;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.Source;
import io.snowpull.runtime.source.SourceAnswer;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs every page that a source gives or refuses, with the run and the resource as attributes.
 * Thread-safe as far as the source is.
 */
final class LoggedSource implements Source {
  private final Source source;
  private final Logger log;
  private final String runId;
  private final String resource;

  LoggedSource(Source source, Logger log, String runId, String resource) {
    this.source = source;
    this.log = log;
    this.runId = runId;
    this.resource = resource;
  }

  @Override
  public SourceIdentity identify(String resourceId) {
    return source.identify(resourceId);
  }

  @Override
  public SourceAnswer fetch(long sourceId, PageRequest request) {
    try {
      SourceAnswer answer = source.fetch(sourceId, request);
      if (answer instanceof SourcePage page) {
        event(Level.INFO)
            .addKeyValue("page", page.address())
            .addKeyValue("rows", page.records().size())
            .addKeyValue("bytes", page.bytes())
            .log("page read");
      } else {
        event(Level.INFO).log("nothing new");
      }
      return answer;
    } catch (ConnectorException e) {
      // How often it is asked again is the run's to decide, so this may be no error yet.
      event(Level.WARN).addKeyValue("code", e.code().name()).log("page refused");
      throw e;
    }
  }

  private LoggingEventBuilder event(Level level) {
    return log.atLevel(level).addKeyValue("run_id", runId).addKeyValue("resource", resource);
  }
}
