package io.snowpull.local.engine.duckdb.translate;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.BinaryOperator;
import io.snowpull.local.engine.ast.Expression.UnaryOperator;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.duckdb.RelationSource;
import io.snowpull.local.engine.duckdb.SqlContext;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.types.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds one expression after the other in one scope. */
final class ExpressionBinder {

  private final Binders binders;
  private final Scope scope;
  private final Conversions conversions;
  private final Operators operators;

  ExpressionBinder(Binders binders, Scope scope) {
    this.binders = binders;
    this.scope = scope;
    this.conversions = new Conversions(binders.context().zone());
    this.operators = new Operators(conversions);
  }

  Conversions conversions() {
    return conversions;
  }

  Operators operators() {
    return operators;
  }

  Binders binders() {
    return binders;
  }

  SqlContext context() {
    return binders.context();
  }

  Scope scope() {
    return scope;
  }

  /** A binder whose expressions can also name the given relation. */
  ExpressionBinder with(BoundRelation relation) {
    return new ExpressionBinder(binders, new Scope(List.of(relation), scope));
  }

  List<Bound> bindAll(List<Expression> expressions) {
    return expressions.stream().map(this::bind).toList();
  }

  /** The expression as a condition. */
  String condition(Expression expression) {
    return operators.condition(bind(expression));
  }

  Bound bind(Expression expression) {
    if (expression instanceof Expression.ColumnRef column) {
      return column(column);
    } else if (expression instanceof Expression.FunctionCall call) {
      return new CallBinder(this).bind(call);
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    } else if (expression instanceof Expression.Cast cast) {
      return cast(cast);
    } else if (expression instanceof Expression.Path path) {
      return new PathBinder(this).bind(path);
    } else if (expression instanceof Expression.Unary unary) {
      return unary(unary);
    } else if (expression instanceof Expression.Case choice) {
      return choice(choice);
    }
    return literal(expression)
        .or(() -> new PredicateBinder(this).bind(expression))
        .or(() -> constructor(expression))
        .orElseGet(() -> query(expression));
  }

  private Optional<Bound> literal(Expression expression) {
    if (expression instanceof Expression.TextLiteral text) {
      int length = Math.max(1, text.value().codePointCount(0, text.value().length()));
      return Optional.of(
          new Bound(
              Constants.text(text.value()),
              new SnowflakeType.Text(length),
              false,
              Bound.Form.TEXT_LITERAL));
    } else if (expression instanceof Expression.NumberLiteral number) {
      return Optional.of(Constants.number(number.text()));
    } else if (expression instanceof Expression.BooleanLiteral flag) {
      return Optional.of(Bound.notNull(flag.value() ? "true" : "false", SnowflakeType.BOOLEAN));
    } else if (expression instanceof Expression.NullLiteral) {
      return Optional.of(Bound.NULL);
    } else if (expression instanceof Expression.BinaryLiteral binary) {
      return Optional.of(
          Bound.notNull("unhex(" + Constants.text(binary.hex()) + ")", SnowflakeType.BINARY));
    } else if (expression instanceof Expression.TypedLiteral typed) {
      return Optional.of(
          conversions.cast(
              new Bound(
                  Constants.text(typed.value()),
                  SnowflakeType.TEXT,
                  false,
                  Bound.Form.TEXT_LITERAL),
              PhysicalTypes.named(typed.type())));
    } else if (expression instanceof Expression.Bind bind) {
      return Optional.of(binders.translation().bindParameter(context(), bind.index()));
    } else if (expression instanceof Expression.Variable variable) {
      return Optional.of(Constants.of(context().variable(variable.name())));
    } else if (expression instanceof Expression.SessionVariable variable) {
      return Optional.of(Constants.of(context().sessionVariable(variable.name())));
    }
    return Optional.empty();
  }

  private Bound column(Expression.ColumnRef column) {
    return scope.resolve(column);
  }

  private Bound binary(Expression.Binary binary) {
    if (binary.left() instanceof Expression.IntervalLiteral
        || binary.right() instanceof Expression.IntervalLiteral) {
      return new IntervalBinder(this).bind(binary);
    }
    if (binary.left() instanceof Expression.Tuple left
        && binary.right() instanceof Expression.Tuple right) {
      return tuples(binary.operator(), left, right);
    }
    return operators.binary(binary.operator(), bind(binary.left()), bind(binary.right()));
  }

  private Bound tuples(BinaryOperator operator, Expression.Tuple left, Expression.Tuple right) {
    if (left.values().size() != right.values().size()
        || (operator != BinaryOperator.EQUAL && operator != BinaryOperator.NOT_EQUAL)) {
      throw SnowflakeException.invalidArgumentTypes(operator.sql(), "ROW, ROW");
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < left.values().size(); i++) {
      parts.add(
          operators.compare("=", bind(left.values().get(i)), bind(right.values().get(i))).sql());
    }
    String all = "(" + String.join(" AND ", parts) + ")";
    return Bound.of(
        operator == BinaryOperator.EQUAL ? all : "(NOT " + all + ")", SnowflakeType.BOOLEAN);
  }

  private Bound cast(Expression.Cast cast) {
    SnowflakeType type = PhysicalTypes.named(cast.type());
    Bound value = bind(cast.value());
    return cast.attempt() ? conversions.tryCast(value, type) : conversions.cast(value, type);
  }

  private Bound unary(Expression.Unary unary) {
    if (unary.operator() == UnaryOperator.MINUS
        && unary.operand() instanceof Expression.NumberLiteral number) {
      Bound literal = Constants.number(number.text());
      return new Bound("(-" + literal.sql() + ")", literal.type(), false, literal.form());
    }
    return switch (unary.operator()) {
      case NOT -> {
        Bound value = bind(unary.operand());
        yield new Bound(
            "(NOT " + operators.condition(value) + ")",
            SnowflakeType.BOOLEAN,
            value.nullable(),
            Bound.Form.VALUE);
      }
      case MINUS -> operators.negate(bind(unary.operand()));
      case PLUS -> bind(unary.operand());
      case PRIOR, CONNECT_BY_ROOT -> throw SnowflakeException.unsupported("CONNECT BY");
    };
  }

  private Bound choice(Expression.Case choice) {
    List<Bound> results = new ArrayList<>();
    choice.whens().forEach(when -> results.add(bind(when.result())));
    Expression otherwise = choice.otherwise();
    results.add(otherwise == null ? Bound.NULL : bind(otherwise));
    SnowflakeType type = CommonType.ofResults(results);
    StringBuilder sql = new StringBuilder("(CASE");
    for (int i = 0; i < choice.whens().size(); i++) {
      sql.append(" WHEN ")
          .append(when(choice.operand(), choice.whens().get(i).condition()))
          .append(" THEN ")
          .append(conversions.coerce(results.get(i), type).sql());
    }
    sql.append(" ELSE ")
        .append(conversions.coerce(results.get(results.size() - 1), type).sql())
        .append(" END)");
    boolean nullable = results.stream().anyMatch(Bound::nullable);
    return new Bound(sql.toString(), type, nullable, Bound.Form.VALUE);
  }

  private String when(@Nullable Expression operand, Expression condition) {
    return operand == null
        ? condition(condition)
        : operators.compare("=", bind(operand), bind(condition)).sql();
  }

  private Optional<Bound> constructor(Expression expression) {
    if (expression instanceof Expression.ArrayLiteral array) {
      List<String> elements = bindAll(array.elements()).stream().map(this::jsonOrNullText).toList();
      return Optional.of(
          Bound.notNull(
              "CAST(sf_array(" + String.join(", ", elements) + ") AS JSON)", SnowflakeType.ARRAY));
    } else if (expression instanceof Expression.ObjectLiteral object) {
      List<String> members = new ArrayList<>();
      for (Expression.Entry entry : object.entries()) {
        members.add(Constants.text(entry.key()));
        members.add(jsonOrNullText(bind(entry.value())));
      }
      return Optional.of(
          Bound.notNull(
              "CAST(sf_object(" + String.join(", ", members) + ") AS JSON)", SnowflakeType.OBJECT));
    } else if (expression instanceof Expression.NextValue next) {
      ObjectName.Plain name = context().name(next.sequence());
      return Optional.of(
          Bound.notNull(
              "nextval(" + Constants.text(context().sequence(name).sql()) + ")",
              SnowflakeType.INTEGER));
    } else if (expression instanceof Expression.PositionalColumn column) {
      return Optional.of(positional(column));
    } else if (expression instanceof Expression.Extract extract) {
      return Optional.of(new DateFunctions(this).part(extract.part(), bind(extract.value())));
    } else if (expression instanceof Expression.Collate collate) {
      throw SnowflakeException.unsupported("COLLATE '" + collate.collation() + "'");
    }
    return Optional.empty();
  }

  /** The value as JSON text for the constructors of objects and arrays. */
  String jsonOrNullText(Bound value) {
    return "CAST(" + conversions.variant(value) + " AS VARCHAR)";
  }

  private Bound positional(Expression.PositionalColumn column) {
    for (Scope at = scope; at != null; at = at.outer()) {
      List<BoundRelation> relations =
          column.relation() == null ? at.relations() : at.matching(List.of(column.relation()));
      List<BoundColumn> columns =
          relations.stream()
              .flatMap(relation -> relation.columns().stream())
              .filter(candidate -> !candidate.name().startsWith(RelationSource.METADATA))
              .toList();
      if (column.index() >= 1 && column.index() <= columns.size()) {
        return columns.get(column.index() - 1).value();
      }
    }
    throw SnowflakeException.invalidIdentifier("$" + column.index());
  }

  private Bound query(Expression expression) {
    if (expression instanceof Expression.Subquery subquery) {
      return scalar(subquery.query());
    }
    String kind = expression.getClass().getSimpleName();
    throw SnowflakeException.unsupported("the expression " + kind + " at this place");
  }

  private Bound scalar(Query query) {
    BoundQuery bound = binders.queries(scope).bind(query);
    if (bound.columns().size() != 1) {
      throw SnowflakeException.compilationError(
          "A scalar subquery must have one column, not " + bound.columns().size() + ".");
    }
    return Bound.of("(" + bound.sql() + ")", bound.columns().get(0).type());
  }
}
