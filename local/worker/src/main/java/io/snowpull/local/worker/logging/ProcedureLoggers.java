package io.snowpull.local.worker.logging;

import io.snowpull.local.worker.protocol.WorkerMessage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.spi.MDCAdapter;

/** The loggers of the process; what they get before a sink is attached is lost. */
public final class ProcedureLoggers implements ILoggerFactory {
  private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
  private final MDCAdapter context;
  private volatile Consumer<WorkerMessage.Log> sink = log -> {};

  ProcedureLoggers(MDCAdapter context) {
    this.context = context;
  }

  /** Sends every log record of procedures to the sink from now on. */
  public void attach(Consumer<WorkerMessage.Log> newSink) {
    sink = newSink;
  }

  void accept(WorkerMessage.Log log) {
    sink.accept(log);
  }

  @Override
  public Logger getLogger(String name) {
    return loggers.computeIfAbsent(name, key -> new ProcedureLogger(key, this, context));
  }
}
