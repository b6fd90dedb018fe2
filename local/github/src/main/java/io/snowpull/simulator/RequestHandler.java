package io.snowpull.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets faults happen to a request, or has it answered. */
final class RequestHandler {
  private final SimulatorConfig config;
  private final AllowedTimes allowed = new AllowedTimes();
  private final SecondaryLimit secondary;
  private final Gate gate;
  private final TrafficMeter meter;
  private final Supplier<FaultPlan> faults;
  private final Mutations mutations;
  private final ResponseWriter writer;

  RequestHandler(
      SimulatorConfig config,
      Gate gate,
      TrafficMeter meter,
      Supplier<FaultPlan> faults,
      Mutations mutations) {
    this.config = config;
    this.secondary = new SecondaryLimit(config.clock(), config.mostAtOnce());
    this.gate = gate;
    this.meter = meter;
    this.faults = faults;
    this.mutations = mutations;
    this.writer = new ResponseWriter(config.clock(), meter);
  }

  /** Numbers the requests of all connections. */
  LongSupplier sequence() {
    return meter::opened;
  }

  Delivery handle(Request request) throws IOException {
    try {
      arrived(request);
      Pause.of(config.latency());
      mutations.pass();
      Optional<Fault> fault = faults.get().faultFor(request);
      return fault.isEmpty()
          ? writer.whole(request, answer(request))
          : failed(request, fault.get());
    } finally {
      meter.closed();
    }
  }

  private void arrived(Request request) {
    if (request.token() != null) {
      meter.carriedToken();
    }
    if (allowed.isEarly(request.token(), config.clock().instant())) {
      meter.tooEarly();
    }
  }

  private Response answer(Request request) {
    Optional<Response> refusal = secondary.refusal(request.token(), meter.open());
    return noted(request, refusal.orElseGet(() -> gate.answer(request)));
  }

  private Response noted(Request request, Response response) {
    allowed.answered(request.token(), response, config.clock().instant());
    return response;
  }

  private Delivery failed(Request request, Fault fault) throws IOException {
    if (fault instanceof Fault.Status status) {
      return writer.whole(request, noted(request, response(status)));
    }
    if (fault instanceof Fault.Redirect redirect) {
      Map<String, String> location = Map.of("Location", redirect.location());
      return writer.whole(request, new Response(redirect.status(), location, new byte[0]));
    }
    if (fault instanceof Fault.Delay delay) {
      Pause.of(delay.duration());
      return writer.whole(request, answer(request));
    }
    if (fault instanceof Fault.SlowBody slow) {
      return writer.slow(request, answer(request), slow);
    }
    if (fault instanceof Fault.TruncatedBody truncated) {
      return writer.cut(request, answer(request), truncated.bytes());
    }
    if (fault instanceof Fault.TruncatedGzip truncated) {
      return writer.halfCompressed(request, answer(request), truncated.bytes());
    }
    return Delivery.reset();
  }

  private static Response response(Fault.Status status) {
    byte[] body = status.body().getBytes(StandardCharsets.UTF_8);
    return new Response(status.status(), status.headers(), body);
  }
}
