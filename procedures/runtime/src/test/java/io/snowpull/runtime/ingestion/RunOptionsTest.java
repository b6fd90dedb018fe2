package io.snowpull.runtime.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.snowpull.runtime.failure.ConnectorException;
import io.snowpull.runtime.failure.RuntimeError;
import io.snowpull.runtime.json.Json;
import io.snowpull.runtime.sql.StageUpload;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTest {
  @Test
  void leavesTheStandardToWhoSaysNothing() {
    assertEquals(RunLimits.STANDARD, RunOptions.limits(Json.parse("{\"secret_name\":\"a.b.c\"}")));
  }

  @Test
  void takesOverlapAndConcurrency() {
    RunLimits limits = RunOptions.limits(Json.parse("{\"overlap_seconds\":300,\"concurrency\":1}"));
    assertEquals(Duration.ofMinutes(5), limits.margin());
    assertEquals(1, limits.concurrency());
    assertEquals(RunLimits.STANDARD.batchBytes(), limits.batchBytes());
  }

  @Test
  void usesTheStageUnlessToldOtherwise() {
    StageUpload upload = (location, content) -> {};
    assertEquals(Optional.of(Staging.standard(upload)), RunOptions.staging(Json.object(), upload));
    assertEquals(Optional.empty(), RunOptions.staging(Json.parse("{\"use_stage\":false}"), upload));
    ConnectorException failure =
        assertThrows(
            ConnectorException.class,
            () -> RunOptions.usesStage(Json.parse("{\"use_stage\":\"no\"}")));
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("'use_stage' is \"no\". Make it true or false"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "21", "1.5", "\"4\"", "true", "[]", "9223372036854775808"})
  void refusesWhatNoRunCanHave(String value) {
    ConnectorException failure =
        assertThrows(
            ConnectorException.class,
            () -> RunOptions.limits(Json.parse("{\"concurrency\":" + value + "}")));
    assertEquals(RuntimeError.CONFIGURATION_INVALID, failure.code());
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("'concurrency' is " + value + "."), message);
    assertTrue(message.endsWith("from 1 to 20, or leave it out for 4."), message);
  }
}
