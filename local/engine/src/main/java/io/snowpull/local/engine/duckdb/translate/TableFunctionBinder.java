package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.FunctionCall;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.Column;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds functions in FROM. */
final class TableFunctionBinder {

  /** The hidden column of GENERATOR that SEQ4() and the like read. */
  static final String SEQUENCE = "$SEQ";

  private final Binders binders;
  private final @Nullable Scope outer;

  TableFunctionBinder(Binders binders, @Nullable Scope outer) {
    this.binders = binders;
    this.outer = outer;
  }

  /**
   * Joins the function's rows to what stands left of it.
   *
   * @param keepLeft whether left rows without a row of the function stay, as in LEFT JOIN LATERAL
   */
  FromItem bind(FromItem left, Relation.TableFunction function, boolean keepLeft) {
    FunctionCall call = function.call();
    ObjectName.Plain name = binders.context().name(call.name());
    List<Identifier> path = FromBinder.path(function.alias(), List.of(name.last()));
    List<Identifier> names = FromBinder.names(function.alias());
    return switch (name.last().name()) {
      case "FLATTEN" -> new FlattenBinder(binders, outer).bind(left, call, path, names, keepLeft);
      case "SPLIT_TO_TABLE", "STRTOK_SPLIT_TO_TABLE" ->
          new SplitBinder(binders, outer).bind(left, name.last().name(), call, path, names);
      case "GENERATOR" -> left.cross(generator(call, path));
      case "RESULT_SCAN" -> left.cross(resultScan(call, path, names));
      default -> left.cross(account(name, call, function.alias()));
    };
  }

  private FromItem generator(FunctionCall call, List<Identifier> path) {
    ConstantArguments constants = new ConstantArguments(binders.expressions(Scope.empty()));
    Expression rows =
        argument(call, "ROWCOUNT", Integer.MAX_VALUE)
            .orElseThrow(() -> SnowflakeException.unsupported("GENERATOR without ROWCOUNT"));
    long count = constants.count(rows, "ROWCOUNT");
    String alias = binders.translation().alias();
    return new FromItem(
        "range(" + count + ") AS " + alias + "(c0)",
        List.of(
            new BoundRelation(
                path,
                List.of(
                    new BoundColumn(
                        SEQUENCE, Bound.notNull(alias + ".c0", SnowflakeType.INTEGER), false)))));
  }

  private FromItem resultScan(FunctionCall call, List<Identifier> path, List<Identifier> names) {
    List<SqlValue> arguments =
        new ConstantArguments(binders.expressions(Scope.empty())).positional(call.arguments());
    if (arguments.size() != 1 || arguments.get(0).value() == null) {
      throw SnowflakeException.wrongArgumentCount("RESULT_SCAN", "1", arguments.size());
    }
    Result result = binders.context().result(String.valueOf(arguments.get(0).value()));
    return new FromBinder(binders, outer)
        .computed(new RelationSource.Computed(result.columns(), result.rows()), path, names);
  }

  private FromItem account(
      ObjectName.Plain name, FunctionCall call, Relation.@Nullable Alias alias) {
    ConstantArguments constants = new ConstantArguments(binders.expressions(Scope.empty()));
    Optional<RelationSource> source =
        binders
            .context()
            .tableFunction(
                name, constants.positional(call.arguments()), constants.named(call.arguments()));
    return new FromBinder(binders, outer)
        .source(
            source.orElseThrow(() -> SnowflakeException.unknownFunction(name.toString())),
            alias,
            List.of(name.last()));
  }

  /** An argument by name, or else by position. */
  static Optional<Expression> argument(FunctionCall call, String name, int position) {
    for (Expression.Argument argument : call.arguments()) {
      Identifier given = argument.name();
      if (given != null && given.name().equals(name)) {
        return Optional.of(argument.value());
      }
    }
    boolean positional =
        position < call.arguments().size() && call.arguments().get(position).name() == null;
    return positional ? Optional.of(call.arguments().get(position).value()) : Optional.empty();
  }

  static Column column(String name, SnowflakeType type) {
    return Column.of(name, type);
  }
}
