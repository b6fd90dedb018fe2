package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.PathStep;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;

/**
 * Paths into VARIANT values.
 *
 * <p>Source: https://docs.snowflake.com/en/user-guide/querying-semistructured
 */
final class PathBinder {

  private final ExpressionBinder expressions;

  PathBinder(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  Bound bind(Expression.Path path) {
    Bound base = expressions.bind(path.base());
    if (!base.isSemiStructured()) {
      if (base.isNull()) {
        return Bound.of("CAST(NULL AS JSON)", SnowflakeType.VARIANT);
      }
      throw SnowflakeException.invalidArgumentTypes("GET", base.type().sql() + ", VARCHAR");
    }
    String sql = base.sql();
    StringBuilder constant = new StringBuilder();
    for (PathStep step : path.steps()) {
      String text = constantStep(step);
      if (text != null) {
        constant.append(text);
      } else {
        sql = dynamic(extract(sql, constant.toString()), ((PathStep.Subscript) step).index());
        constant.setLength(0);
      }
    }
    return Bound.of(extract(sql, constant.toString()), SnowflakeType.VARIANT);
  }

  /** One element of {@code json}; the subscript decides whether by key or by index. */
  Bound element(Bound json, Bound subscript) {
    return Bound.of(dynamic(json.sql(), subscript), SnowflakeType.VARIANT);
  }

  /** A step of a JSON path, escaped. */
  static String key(String name) {
    return ".\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static @org.jspecify.annotations.Nullable String constantStep(PathStep step) {
    if (step instanceof PathStep.Key key) {
      return key(key.name());
    }
    Expression index = ((PathStep.Subscript) step).index();
    if (index instanceof Expression.TextLiteral text) {
      return key(text.value());
    }
    boolean plain =
        index instanceof Expression.NumberLiteral number && number.text().matches("\\d{1,9}");
    return plain ? "[" + ((Expression.NumberLiteral) index).text() + "]" : null;
  }

  private String dynamic(String json, Expression index) {
    return dynamic(json, expressions.bind(index));
  }

  private String dynamic(String json, Bound index) {
    return index.isText() || index.isSemiStructured()
        ? "sf_member(" + json + ", " + expressions.conversions().text(index) + ")"
        : "sf_element(" + json + ", CAST(" + index.sql() + " AS BIGINT))";
  }

  private static String extract(String json, String path) {
    return path.isEmpty() ? json : "json_extract(" + json + ", " + Constants.text("$" + path) + ")";
  }
}
