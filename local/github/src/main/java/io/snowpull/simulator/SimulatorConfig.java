package io.snowpull.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a simulated GitHub behaves.
 *
 * @param port port on 127.0.0.1; 0 picks a free one
 * @param clock source of the Date header, of rate-limit windows and of the times of mutations
 * @param tokens the tokens that are known; empty means that every token is accepted
 * @param hourlyLimit requests an hour for each token (GitHub's default is 5,000)
 * @param anonymousLimit requests an hour without a token (GitHub's is 60)
 * @param latency added to every answer
 * @param pageOffsetLimit issues that {@code page} can reach before GitHub asks for {@code after}
 *     (422); see https://github.com/MeltanoLabs/tap-github/pull/415
 * @param mostAtOnce requests that may be open at the same time (GitHub's limit is 100); more are
 *     punished for a minute
 * @param app a GitHub App that can ask for tokens; empty for none
 */
public record SimulatorConfig(
    int port,
    Clock clock,
    Set<String> tokens,
    int hourlyLimit,
    int anonymousLimit,
    Duration latency,
    int pageOffsetLimit,
    int mostAtOnce,
    Optional<SimulatedApp> app) {

  public SimulatorConfig {
    tokens = Set.copyOf(tokens);
  }

  /** A free port, the system's clock, any token, GitHub's limits, no latency. */
  public static SimulatorConfig standard() {
    return new SimulatorConfig(
        0, Clock.systemUTC(), Set.of(), 5_000, 60, Duration.ZERO, 10_000, 100, Optional.empty());
  }

  public SimulatorConfig withPort(int newPort) {
    return new SimulatorConfig(
        newPort,
        clock,
        tokens,
        hourlyLimit,
        anonymousLimit,
        latency,
        pageOffsetLimit,
        mostAtOnce,
        app);
  }

  public SimulatorConfig withClock(Clock newClock) {
    return new SimulatorConfig(
        port,
        newClock,
        tokens,
        hourlyLimit,
        anonymousLimit,
        latency,
        pageOffsetLimit,
        mostAtOnce,
        app);
  }

  public SimulatorConfig withTokens(Set<String> newTokens) {
    return new SimulatorConfig(
        port,
        clock,
        newTokens,
        hourlyLimit,
        anonymousLimit,
        latency,
        pageOffsetLimit,
        mostAtOnce,
        app);
  }

  public SimulatorConfig withLimits(int hourly, int anonymous) {
    return new SimulatorConfig(
        port, clock, tokens, hourly, anonymous, latency, pageOffsetLimit, mostAtOnce, app);
  }

  public SimulatorConfig withLatency(Duration newLatency) {
    return new SimulatorConfig(
        port,
        clock,
        tokens,
        hourlyLimit,
        anonymousLimit,
        newLatency,
        pageOffsetLimit,
        mostAtOnce,
        app);
  }

  public SimulatorConfig withPageOffsetLimit(int newLimit) {
    return new SimulatorConfig(
        port, clock, tokens, hourlyLimit, anonymousLimit, latency, newLimit, mostAtOnce, app);
  }

  public SimulatorConfig withMostAtOnce(int newMost) {
    return new SimulatorConfig(
        port, clock, tokens, hourlyLimit, anonymousLimit, latency, pageOffsetLimit, newMost, app);
  }

  /** Tokens of this app are known too. */
  public SimulatorConfig withApp(SimulatedApp newApp) {
    return new SimulatorConfig(
        port,
        clock,
        tokens,
        hourlyLimit,
        anonymousLimit,
        latency,
        pageOffsetLimit,
        mostAtOnce,
        Optional.of(newApp));
  }
}
