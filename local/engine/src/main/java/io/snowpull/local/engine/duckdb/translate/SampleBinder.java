package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Relation;
import io.snowpull.local.engine.duckdb.SqlValue;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.ArrayList;
import java.util.List;

/**
 * SAMPLE, by percentage or by rows.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/constructs/sample
 */
final class SampleBinder {

  private final FromBinder from;
  private final Binders binders;

  SampleBinder(FromBinder from, Binders binders) {
    this.from = from;
    this.binders = binders;
  }

  FromItem bind(Relation.Sample sample, FromItem left) {
    FromItem source = from.bind(sample.source(), left);
    ConstantArguments constants = new ConstantArguments(binders.expressions(Scope.empty()));
    String size = number(constants.value(sample.size()));
    String seed =
        sample.seed() == null ? "" : " REPEATABLE (" + number(constants.value(sample.seed())) + ")";
    String method =
        sample.rows()
            ? "reservoir(" + size + " ROWS)"
            : (sample.method().equals("SYSTEM") ? "system(" : "bernoulli(") + size + " PERCENT)";
    String alias = binders.translation().alias();
    List<String> list = new ArrayList<>();
    List<BoundRelation> relations = new ArrayList<>();
    for (BoundRelation relation : source.relations()) {
      relations.add(
          relation.map(
              column -> {
                String name = BoundQuery.column(list.size());
                list.add(column.value().sql() + " AS " + name);
                return column.withValue(
                    new Bound(
                        alias + "." + name,
                        column.value().type(),
                        column.value().nullable(),
                        Bound.Form.VALUE));
              }));
    }
    return new FromItem(
        "(SELECT * FROM (SELECT "
            + String.join(", ", list)
            + " FROM "
            + source.sql()
            + ") USING SAMPLE "
            + method
            + seed
            + ") AS "
            + alias,
        relations);
  }

  private static String number(SqlValue value) {
    String text = String.valueOf(value.value());
    if (!text.matches("\\d+(\\.\\d+)?")) {
      throw SnowflakeException.compilationError("Invalid sample size or seed '" + text + "'.");
    }
    return text;
  }
}
