package io.snowpull.github.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.http.HttpTransport;
import io.snowpull.runtime.http.JdkHttpTransport;
import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens while a repository is read, in the end the table equals it.
 *
 * <p>A seed that fails is named; {@code -Dsnowpull.seed=N} plays it alone, and {@code
 * -Dsnowpull.seeds=N} plays so many.
 */
class IngestionPropertyTest {
  private static final int SEEDS = Integer.getInteger("snowpull.seeds", 1000);
  private static final int SEEDS_FOR_A_BUG = 150;

  private final TestClock clock = new TestClock();
  private final HttpTransport transport = new JdkHttpTransport(Duration.ofSeconds(10));
  private GitHubSimulator simulator;

  @BeforeEach
  void start() throws IOException {
    simulator =
        GitHubSimulator.start(
            SimulatorConfig.standard()
                .withClock(clock)
                .withLimits(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void losesNothing() {
    Map<Long, String> failures = new LinkedHashMap<>();
    long only = Long.getLong("snowpull.seed", -1);
    for (long seed = only < 0 ? 0 : only; seed < (only < 0 ? SEEDS : only + 1); seed++) {
      String wrong = play(seed, Bug.NONE).orElse("");
      if (!wrong.isEmpty()) {
        failures.put(seed, wrong);
      }
    }
    assertEquals(Map.of(), failures);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsAPlantedBug(Bug bug) {
    boolean found = false;
    for (long seed = 0; seed < SEEDS_FOR_A_BUG && !found; seed++) {
      found = play(seed, bug).isPresent();
    }
    assertTrue(found, bug + " was not found in " + SEEDS_FOR_A_BUG + " seeds");
  }

  private Optional<String> play(long seed, Bug bug) {
    try {
      return new Scenario(seed, bug, simulator, clock, transport).play();
    } catch (ConnectorException | AccountModel.SessionLostException e) {
      return Optional.of("a run failed when all was quiet: " + e);
    }
  }
}
