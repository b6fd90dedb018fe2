package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.nativeapp.ReferenceText;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the options of CREATE and ALTER PROCEDURE that name other objects. */
final class RoutineOptions {
  private final Options options;
  private final Execution execution;

  RoutineOptions(Options options, Execution execution) {
    this.options = options;
    this.execution = execution;
  }

  /** Full names of integrations, or references; empty if the option is absent. */
  Optional<List<String>> integrations() {
    return options
        .find("EXTERNAL_ACCESS_INTEGRATIONS")
        .map(
            given ->
                options.items("EXTERNAL_ACCESS_INTEGRATIONS").stream()
                    .map(value -> name(value, ObjectKind.INTEGRATION))
                    .toList());
  }

  /** Alias to full name or reference; empty if the option is absent. */
  Optional<SortedMap<String, String>> secrets() {
    return options.find("SECRETS").map(this::secrets);
  }

  private SortedMap<String, String> secrets(Options.Value given) {
    SortedMap<String, String> secrets = new TreeMap<>();
    if (given instanceof Options.Value.Group group) {
      for (Options.Option option : group.options().entries()) {
        secrets.put(option.name(), name(option.value(), ObjectKind.SECRET));
      }
    }
    return secrets;
  }

  private String name(Options.Value value, ObjectKind kind) {
    if (value instanceof Options.Value.Name plain) {
      return execution.names().qualify(kind, plain.name()).toSql();
    }
    if (value instanceof Options.Value.Computed computed) {
      return computed(computed.expression(), kind);
    }
    throw SnowflakeException.compilationError(
        "expected the name of a "
            + kind.words()
            + ", or reference('...'), but found '"
            + Options.textOf(value).orElse("")
            + "'");
  }

  private String computed(Expression expression, ObjectKind kind) {
    Optional<String> reference = ReferenceText.of(expression);
    if (reference.isPresent()) {
      return ReferenceText.of(reference.get());
    }
    QualifiedName name = execution.names().qualify(kind, new ObjectName.Dynamic(expression));
    return name.toSql();
  }
}
