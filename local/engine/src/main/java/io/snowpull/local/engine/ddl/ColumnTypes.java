package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.TypeNames;

/** Turns types as written into the account's types. */
public final class ColumnTypes {

  private ColumnTypes() {}

  /**
   * The type that the text means.
   *
   * @throws SnowflakeException if there is no such type
   */
  public static SnowflakeType of(TypeName written) {
    return TypeNames.find(written.name(), written.arguments())
        .orElseThrow(
            () ->
                new SnowflakeException(
                    "002040",
                    "42601",
                    "SQL compilation error:\nUnsupported data type '" + written.name() + "'."));
  }
}
