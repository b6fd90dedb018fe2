package io.snowpull.local.engine.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value expression. Lists are never null; a node that is optional is nullable. */
public sealed interface Expression {
  /** A string, with the escapes of its kind of quotes already resolved. */
  record TextLiteral(String value) implements Expression {}

  /** A number as written, since {@code 1.0} and {@code 1e0} differ in type. */
  record NumberLiteral(String text) implements Expression {}

  record BooleanLiteral(boolean value) implements Expression {}

  record NullLiteral() implements Expression {}

  /** {@code X'0AFF'}: the hexadecimal digits. */
  record BinaryLiteral(String hex) implements Expression {}

  /** {@code DATE '..'}, {@code TIME '..'}, {@code TIMESTAMP[_NTZ|_LTZ|_TZ] '..'}. */
  record TypedLiteral(TypeName type, String value) implements Expression {}

  /** {@code INTERVAL '3 days, 2 hours'} or, with a unit of its own, {@code INTERVAL '3' MONTH}. */
  record IntervalLiteral(String value, @Nullable String unit) implements Expression {}

  /** {@code DEFAULT} in VALUES and in assignments. */
  record DefaultValue() implements Expression {}

  /** {@code c}, {@code t.c}, {@code db.s.t.c}. */
  record ColumnRef(List<Identifier> parts, Position position) implements Expression {
    public Identifier last() {
      return parts.get(parts.size() - 1);
    }
  }

  /**
   * {@code *}, {@code t.*} with its modifiers.
   *
   * @param qualifier empty for the bare star
   */
  record Star(
      List<Identifier> qualifier,
      @Nullable String ilike,
      List<Identifier> exclude,
      List<Renamed> replace,
      List<Renaming> rename)
      implements Expression {}

  /** {@code expression AS name} in {@code REPLACE (..)}. */
  record Renamed(Expression value, Identifier name) {}

  record Renaming(Identifier from, Identifier to) {}

  /** {@code $1}, {@code t.$1}: the column by position, from 1. */
  record PositionalColumn(@Nullable Identifier relation, int index) implements Expression {}

  /** {@code ?} or {@code :1}; the n-th bound value, from 1. */
  record Bind(int index) implements Expression {}

  /** {@code :name}: a scripting variable. */
  record Variable(Identifier name) implements Expression {}

  /** {@code $name}: a session variable. */
  record SessionVariable(Identifier name) implements Expression {}

  /** {@code seq.NEXTVAL}. */
  record NextValue(ObjectName sequence) implements Expression {}

  /** {@code a:b.c[0]['x']}, also {@code a['x']} and {@code a[0]} alone. */
  record Path(Expression base, List<PathStep> steps) implements Expression {}

  /** One step into a VARIANT, OBJECT or ARRAY. */
  sealed interface PathStep {
    /** {@code :b} or {@code .b}; the key keeps its case. */
    record Key(String name) implements PathStep {}

    /** {@code [expression]}: a key or an index, by the value's type. */
    record Subscript(Expression index) implements PathStep {}
  }

  /** {@code e::type}, {@code CAST(e AS type)}; {@code TRY_CAST} if {@code attempt}. */
  record Cast(Expression value, TypeName type, boolean attempt) implements Expression {}

  record Unary(UnaryOperator operator, Expression operand) implements Expression {}

  record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {}

  record Collate(Expression value, String collation) implements Expression {}

  record IsNull(Expression value, boolean negated) implements Expression {}

  /** {@code IS [NOT] TRUE}, {@code IS [NOT] FALSE}. */
  record IsBoolean(Expression value, boolean expected, boolean negated) implements Expression {}

  record IsDistinctFrom(Expression left, Expression right, boolean negated) implements Expression {}

  record Between(Expression value, Expression low, Expression high, boolean negated)
      implements Expression {}

  record InList(Expression value, List<Expression> candidates, boolean negated)
      implements Expression {}

  record InQuery(Expression value, Query query, boolean negated) implements Expression {}

  /** {@code v LIKE p [ESCAPE e]}, {@code v LIKE ANY (p, q)}. */
  record Like(
      Matching matching,
      Expression value,
      Quantifier quantifier,
      List<Expression> patterns,
      @Nullable Expression escape,
      boolean negated)
      implements Expression {}

  /** {@code a = ANY (query)}. */
  record QuantifiedComparison(
      Expression value, BinaryOperator operator, Quantifier quantifier, Query query)
      implements Expression {}

  record Exists(Query query) implements Expression {}

  record Subquery(Query query) implements Expression {}

  /** {@code (a, b)}. */
  record Tuple(List<Expression> values) implements Expression {}

  record Case(@Nullable Expression operand, List<When> whens, @Nullable Expression otherwise)
      implements Expression {}

  record When(Expression condition, Expression result) {}

  /** {@code EXTRACT(part FROM e)}; the part is upper case. */
  record Extract(String part, Expression value) implements Expression {}

  /** {@code [a, b]}. */
  record ArrayLiteral(List<Expression> elements) implements Expression {}

  /** {@code {'a': 1, 'b': 2}}. */
  record ObjectLiteral(List<Entry> entries) implements Expression {}

  record Entry(String key, Expression value) {}

  /** {@code ** e} among arguments or elements. */
  record Spread(Expression value) implements Expression {}

  /** {@code x -> e}, {@code (x INT, y) -> e}. */
  record Lambda(List<LambdaParameter> parameters, Expression body) implements Expression {}

  record LambdaParameter(Identifier name, @Nullable TypeName type) {}

  /** {@code @stage/path} as an argument. */
  record StagePath(StageLocation location) implements Expression {}

  /**
   * A call of any function: scalar, aggregate, window or table. Niladic ones written without
   * parentheses ({@code CURRENT_DATE}) have no arguments; {@code COUNT(*)} has a {@link Star}.
   *
   * @param withinGroup empty if there is no WITHIN GROUP
   * @param over null if it is not a window function
   */
  record FunctionCall(
      ObjectName name,
      List<Argument> arguments,
      boolean distinct,
      List<OrderItem> withinGroup,
      NullTreatment nulls,
      @Nullable Window over,
      Position position)
      implements Expression {}

  /** A positional argument, or a named one ({@code name => value}). */
  record Argument(@Nullable Identifier name, Expression value) {}

  /** {@code OVER (PARTITION BY .. ORDER BY .. frame)}. */
  record Window(List<Expression> partitionBy, List<OrderItem> orderBy, @Nullable Frame frame) {}

  record Frame(FrameUnit unit, FrameBound start, FrameBound end) {}

  /**
   * @param offset only for the two bounds that are an offset
   */
  record FrameBound(FrameBoundKind kind, @Nullable Expression offset) {}

  /**
   * One ORDER BY element.
   *
   * @param nullsFirst null if not written (Snowflake: nulls are the highest values)
   */
  record OrderItem(Expression expression, boolean descending, @Nullable Boolean nullsFirst) {}

  enum FrameUnit {
    ROWS,
    RANGE
  }

  enum FrameBoundKind {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  enum NullTreatment {
    UNSPECIFIED,
    IGNORE,
    RESPECT
  }

  enum Matching {
    LIKE,
    ILIKE,
    RLIKE
  }

  enum Quantifier {
    NONE,
    ANY,
    ALL
  }

  enum UnaryOperator {
    NOT,
    MINUS,
    PLUS,
    PRIOR,
    CONNECT_BY_ROOT
  }

  /** The binary operators with their SQL text. */
  enum BinaryOperator {
    OR("OR"),
    AND("AND"),
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    PLUS("+"),
    MINUS("-"),
    CONCAT("||"),
    TIMES("*"),
    DIVIDE("/"),
    MODULO("%");

    private final String sql;

    BinaryOperator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }
}
