package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.QueryStatement;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.DescribeStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExplainStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RowStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ShowStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TransactionStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UseStatementContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds a statement by its family. */
final class Statements {
  private final Builders builders;

  Statements(Builders builders) {
    this.builders = builders;
  }

  Statement statement(StatementContext node) {
    if (node.query() != null) {
      return new QueryStatement(
          builders.queries.query(node.query()), builders.source.text(node.query()));
    }
    if (node.createStatement() != null) {
      return builders.creations.create(node.createStatement());
    }
    if (node.alterStatement() != null) {
      return builders.creations.alter(node.alterStatement());
    }
    if (node.dropStatement() != null) {
      return builders.creations.drop(node.dropStatement());
    }
    if (node.undropStatement() != null) {
      return builders.creations.undrop(node.undropStatement());
    }
    if (node.commentStatement() != null) {
      return builders.creations.comment(node.commentStatement());
    }
    if (node.grantStatement() != null) {
      return builders.grants.visit(node.grantStatement());
    }
    if (node.callStatement() != null) {
      return builders.routines.call(node.callStatement());
    }
    if (node.executeStatement() != null) {
      return builders.routines.execute(node.executeStatement());
    }
    if (node.block() != null) {
      return new Script.Anonymous(
          builders.scripts.block(node.block()), builders.source.text(node.block()));
    }
    return other((ParserRuleContext) node.getChild(0));
  }

  /** A statement whose rows a RESULTSET takes. */
  Statement rowStatement(RowStatementContext node) {
    if (node.callStatement() != null) {
      return builders.routines.call(node.callStatement());
    }
    if (node.executeStatement() != null) {
      return builders.routines.execute(node.executeStatement());
    }
    return other((ParserRuleContext) node.getChild(0));
  }

  private Statement other(ParserRuleContext node) {
    boolean inspection =
        node instanceof ShowStatementContext
            || node instanceof DescribeStatementContext
            || node instanceof ExplainStatementContext
            || node instanceof UseStatementContext
            || node instanceof SetStatementContext
            || node instanceof TransactionStatementContext;
    return inspection ? builders.inspections.visit(node) : builders.changes.visit(node);
  }
}
