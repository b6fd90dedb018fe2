package io.snowpull.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets faults happen to a request, or has it answered. */
final class RequestHandler {
  private final Duration latency;
  private final Gate gate;
  private final TrafficMeter meter;
  private final Supplier<FaultPlan> faults;
  private final ResponseWriter writer;

  RequestHandler(
      SimulatorConfig config, Gate gate, TrafficMeter meter, Supplier<FaultPlan> faults) {
    this.latency = config.latency();
    this.gate = gate;
    this.meter = meter;
    this.faults = faults;
    this.writer = new ResponseWriter(config.clock(), meter);
  }

  /** Numbers the requests of all connections. */
  LongSupplier sequence() {
    return meter::opened;
  }

  Delivery handle(Request request) throws IOException {
    try {
      pause(latency);
      Optional<Fault> fault = faults.get().faultFor(request);
      return fault.isEmpty()
          ? writer.whole(request, gate.answer(request))
          : failed(request, fault.get());
    } finally {
      meter.closed();
    }
  }

  private Delivery failed(Request request, Fault fault) throws IOException {
    if (fault instanceof Fault.Status status) {
      byte[] body = status.body().getBytes(StandardCharsets.UTF_8);
      return writer.whole(request, new Response(status.status(), status.headers(), body));
    }
    if (fault instanceof Fault.Delay delay) {
      pause(delay.duration());
      return writer.whole(request, gate.answer(request));
    }
    if (fault instanceof Fault.TruncatedBody truncated) {
      return writer.cut(request, gate.answer(request), truncated.bytes());
    }
    return Delivery.reset();
  }

  private static void pause(Duration duration) throws IOException {
    if (duration.isZero()) {
      return;
    }
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the simulator was closed while it delayed an answer", e);
    }
  }
}
