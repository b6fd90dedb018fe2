package io.snowpull.local.engine.procedure;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Position;
import io.snowpull.local.engine.ast.TypeName;
import io.snowpull.local.engine.execution.Binds;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.session.Value;
import io.snowpull.local.engine.types.SnowflakeType;
import io.snowpull.local.engine.types.TypeNames;
import java.util.List;

/** Types as written, and values cast to them as SQL casts. */
final class TypeCasts {
  private TypeCasts() {}

  static SnowflakeType type(TypeName name) {
    return TypeNames.find(name.name(), name.arguments())
        .orElseThrow(
            () ->
                SnowflakeException.compilationError(
                    "Unsupported data type '" + name.name() + "'."));
  }

  static Value cast(Value value, SnowflakeType type, Execution execution) {
    if (value.type().equals(type)) {
      return value;
    }
    if (value.content() == null) {
      return new Value(type, null);
    }
    return new Value(
        type,
        execution
            .with(Binds.of(List.of(value)))
            .evaluate(new Expression.Cast(new Expression.Bind(1), name(type), false))
            .content());
  }

  /** JSON that was made outside the database in the form in which it would be stored. */
  static Value normal(Value value, Execution execution) {
    if (!(value.type() instanceof SnowflakeType.SemiStructured) || value.content() == null) {
      return value;
    }
    Expression parse =
        new Expression.FunctionCall(
            new ObjectName.Plain(List.of(new Identifier("PARSE_JSON"))),
            List.of(new Expression.Argument(null, new Expression.Bind(1))),
            false,
            List.of(),
            Expression.NullTreatment.UNSPECIFIED,
            null,
            new Position(1, 0));
    Value text = Value.text(String.valueOf(value.content()));
    Value parsed = execution.with(Binds.of(List.of(text))).evaluate(parse);
    return new Value(value.type(), parsed.content());
  }

  private static TypeName name(SnowflakeType type) {
    String sql = type.sql();
    int open = sql.indexOf('(');
    if (open < 0) {
      return new TypeName(sql, List.of(), List.of());
    }
    List<Integer> arguments =
        List.of(sql.substring(open + 1, sql.length() - 1).split(",")).stream()
            .map(Integer::valueOf)
            .toList();
    return new TypeName(sql.substring(0, open), arguments, List.of());
  }
}
