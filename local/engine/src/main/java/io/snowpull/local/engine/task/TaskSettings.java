package io.snowpull.local.engine.task;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.nativeapp.BoundReferences;
import io.snowpull.local.engine.nativeapp.ReferenceText;
import io.snowpull.local.engine.result.SnowflakeException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and checks the properties of a task.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/create-task
 */
final class TaskSettings {
  private static final String SERVERLESS = "USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE";
  private static final Map<String, BigDecimal> LARGEST =
      Map.of(
          "USER_TASK_TIMEOUT_MS",
          new BigDecimal("604800000"),
          TaskFailures.LIMIT,
          new BigDecimal("1000000"),
          "TASK_AUTO_RETRY_ATTEMPTS",
          BigDecimal.ZERO);
  private static final Set<String> ELSEWHERE = Set.of("WAREHOUSE", "SCHEDULE", "COMMENT");

  private final Options options;
  private final Execution execution;

  TaskSettings(Options options, Execution execution) {
    this.options = options;
    this.execution = execution;
  }

  /** The warehouse's name or the reference to one; empty if the option is absent. */
  Optional<String> warehouse() {
    Optional<Options.Value> given = options.find("WAREHOUSE");
    if (given.isPresent() && options.has(SERVERLESS)) {
      throw SnowflakeException.compilationError(
          "WAREHOUSE and " + SERVERLESS + " exclude each other");
    }
    return given.map(this::warehouse);
  }

  private String warehouse(Options.Value value) {
    if (value instanceof Options.Value.Computed computed) {
      Optional<String> reference = ReferenceText.of(computed.expression());
      if (reference.isPresent()) {
        BoundReferences.require(
            execution.snapshot(), execution.context().principal(), reference.get());
        return ReferenceText.of(reference.get());
      }
    }
    if (value instanceof Options.Value.Name name) {
      WarehouseDefinition found =
          execution.names().find(WarehouseDefinition.class, ObjectKind.WAREHOUSE, name.name());
      execution.services().access().require(execution.context(), "USAGE", found);
      return found.name().name();
    }
    throw SnowflakeException.compilationError(
        "WAREHOUSE of a task is the name of a warehouse or reference('...')");
  }

  /** The schedule's text, checked; empty if the option is absent. */
  Optional<String> schedule() {
    Optional<String> text = options.text("SCHEDULE");
    text.ifPresent(Schedule::parse);
    return text;
  }

  /** The task's own settings: those given over those it had. */
  SortedMap<String, String> parameters(SortedMap<String, String> present) {
    SortedMap<String, String> parameters = new TreeMap<>(present);
    for (Options.Option option : options.entries()) {
      if (!ELSEWHERE.contains(option.name())) {
        parameters.put(option.name(), parameter(option));
      }
    }
    return parameters;
  }

  private static String parameter(Options.Option option) {
    String value = Options.textOf(option.value()).orElse("");
    BigDecimal largest = LARGEST.get(option.name());
    if (largest != null) {
      return number(option, value, largest);
    }
    return switch (option.name()) {
      case SERVERLESS -> value;
      case "ALLOW_OVERLAPPING_EXECUTION" -> only(option, value, "FALSE");
      case "OVERLAP_POLICY" -> only(option, value, "NO_OVERLAP");
      default -> throw SnowflakeException.unsupported("property " + option.name() + " of a task");
    };
  }

  private static String number(Options.Option option, String value, BigDecimal largest) {
    if (!value.matches("\\d{1,12}") || new BigDecimal(value).compareTo(largest) > 0) {
      if (largest.signum() == 0) {
        throw SnowflakeException.unsupported(option.name() + " above 0");
      }
      throw SnowflakeException.compilationError(
          "invalid value '"
              + value
              + "' for property '"
              + option.name()
              + "': expected 0 to "
              + largest.toPlainString());
    }
    return value;
  }

  private static String only(Options.Option option, String value, String supported) {
    if (!value.equalsIgnoreCase(supported)) {
      throw SnowflakeException.unsupported(option.name() + " = " + value + " of a task");
    }
    return supported;
  }
}
