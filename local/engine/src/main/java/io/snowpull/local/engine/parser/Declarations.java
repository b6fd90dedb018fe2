package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Query;
import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.Script.Assigned;
import io.snowpull.local.engine.ast.Script.Declaration;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.AssignedContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CursorDeclarationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DeclarationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExceptionDeclarationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ProcedureDeclarationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ResultSetDeclarationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ValueDeclarationContext;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds what DECLARE and LET declare, and what := assigns. */
final class Declarations {
  private final Builders builders;

  Declarations(Builders builders) {
    this.builders = builders;
  }

  Declaration declaration(DeclarationContext node) {
    Identifier name = Names.identifier(node.getStart());
    if (node instanceof CursorDeclarationContext c) {
      return cursor(name, c);
    }
    if (node instanceof ResultSetDeclarationContext r) {
      return new Declaration.ResultSet(name, r.assigned() == null ? null : assigned(r.assigned()));
    }
    if (node instanceof ExceptionDeclarationContext e) {
      return exception(name, e);
    }
    if (node instanceof ProcedureDeclarationContext p) {
      return new Declaration.Procedure(
          name,
          builders.routines.parameters(p.parameter()),
          builders.routines.returns(p.returnType(), false),
          builders.scripts.block(p.block()));
    }
    ValueDeclarationContext v = (ValueDeclarationContext) node;
    return new Declaration.Value(
        name, Names.optionalType(v.typeName()), builders.expressions.optional(v.expression()));
  }

  private Declaration cursor(Identifier name, CursorDeclarationContext node) {
    if (node.query() == null) {
      Token source = node.identifier().getStart();
      return new Declaration.Cursor(
          name,
          null,
          new Expression.ColumnRef(List.of(Names.identifier(source)), Source.position(source)));
    }
    int before = builders.source.restartBinds(node.query().getStart());
    Query query = builders.queries.query(node.query());
    builders.source.countFrom(before);
    return new Declaration.Cursor(name, query, null);
  }

  /** Without a number an exception is -20000, as Snowflake's documentation gives it. */
  private static Declaration exception(Identifier name, ExceptionDeclarationContext node) {
    if (node.integer() == null) {
      return new Declaration.ExceptionType(name, -20000, "");
    }
    long number = Sequences.number(node.integer());
    if (number < -20999 || number > -20000) {
      throw SnowflakeException.compilationError(
          "Invalid error code '"
              + number
              + "'. Must be between -20,999 and -20,000: exception "
              + name
              + ".");
    }
    return new Declaration.ExceptionType(
        name, (int) number, Literals.string(node.STRING().getSymbol()));
  }

  Assigned assigned(AssignedContext node) {
    if (node.expression() != null) {
      return new Assigned.Value(builders.expressions.visit(node.expression()));
    }
    Statement rows =
        node.rowStatement() != null
            ? builders.statements.rowStatement(node.rowStatement())
            : new QueryStatement(
                builders.queries.openQuery(node.openQuery()),
                builders.source.text(node.openQuery()));
    return new Assigned.Rows(rows, node.ASYNC() != null);
  }
}
