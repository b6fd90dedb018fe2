package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of objects that references stand for, with the privileges that each may carry.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/native-apps/requesting-refs
 */
enum ReferenceType {
  TABLE(ObjectKind.TABLE, Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES")),
  VIEW(ObjectKind.VIEW, Set.of("SELECT", "REFERENCES")),
  WAREHOUSE(ObjectKind.WAREHOUSE, Set.of("MODIFY", "MONITOR", "USAGE", "OPERATE")),
  API_INTEGRATION(ObjectKind.INTEGRATION, Set.of("USAGE")),
  EXTERNAL_ACCESS_INTEGRATION(ObjectKind.INTEGRATION, Set.of("USAGE")),
  SECRET(ObjectKind.SECRET, Set.of("USAGE", "READ"));

  private final ObjectKind kind;
  private final Set<String> privileges;

  ReferenceType(ObjectKind kind, Set<String> privileges) {
    this.kind = kind;
    this.privileges = privileges;
  }

  ObjectKind kind() {
    return kind;
  }

  Set<String> privileges() {
    return privileges;
  }

  /** The type as SQL writes it: {@code EXTERNAL ACCESS INTEGRATION}. */
  String sql() {
    return name().replace('_', ' ');
  }

  static ReferenceType of(String sql) {
    String name = sql.toUpperCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                SnowflakeException.unsupported(
                    "references to objects of type '"
                        + sql
                        + "'; it supports "
                        + Arrays.stream(values())
                            .map(ReferenceType::sql)
                            .collect(Collectors.joining(", "))));
  }
}
