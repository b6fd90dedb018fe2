package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.InspectionStatement;
import io.snowpull.local.engine.ast.InspectionStatement.GrantsOf;
import io.snowpull.local.engine.ast.InspectionStatement.Scope;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.SessionStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TransactionStatement;
import io.snowpull.local.engine.parser.grammar.SqlParser.BeginTransactionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CommitTransactionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DescribeObjectContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DescribeResultContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DescribeTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExplainStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GrantsScopeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RollbackTransactionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetVariableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetVariablesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ShowClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ShowGrantsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ShowObjectsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ShowScopeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StartTransactionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetVariablesContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UseDatabaseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UseKindContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UseSecondaryRolesContext;
import io.snowpull.local.engine.parser.grammar.SqlParserBaseVisitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds SHOW, DESCRIBE, EXPLAIN and the session's own statements. */
final class Inspections extends SqlParserBaseVisitor<Statement> {
  private final Builders builders;

  Inspections(Builders builders) {
    this.builders = builders;
  }

  @Override
  public Statement visitShowObjects(ShowObjectsContext node) {
    ShowClauses clauses = new ShowClauses(node.showClause(), this);
    return new InspectionStatement.Show(
        node.TERSE() != null,
        node.showWord().stream()
            .map(w -> w.getText().toUpperCase(Locale.ROOT))
            .collect(Collectors.joining(" ")),
        clauses.history,
        clauses.like,
        clauses.scope,
        clauses.startsWith,
        clauses.limit,
        clauses.from,
        builders.source.text(node));
  }

  /** The clauses of SHOW, each at most once, in any order. */
  private static final class ShowClauses {
    boolean history;
    @Nullable String like;
    @Nullable Scope scope;
    @Nullable String startsWith;
    @Nullable Integer limit;
    @Nullable String from;

    ShowClauses(List<ShowClauseContext> clauses, Inspections inspections) {
      for (ShowClauseContext clause : clauses) {
        if (clause.LIKE() != null) {
          refuseSecond(like, clause);
          like = Literals.string(clause.STRING().getSymbol());
        } else if (clause.STARTS() != null) {
          refuseSecond(startsWith, clause);
          startsWith = Literals.string(clause.STRING().getSymbol());
        } else if (clause.showScope() != null) {
          refuseSecond(scope, clause);
          scope = inspections.scope(clause.showScope());
        } else if (clause.LIMIT() != null) {
          refuseSecond(limit, clause);
          limit = Names.integer(clause.INTEGER().getSymbol());
          from = clause.STRING() == null ? null : Literals.string(clause.STRING().getSymbol());
        } else {
          history = true;
        }
      }
    }

    private static void refuseSecond(@Nullable Object first, ShowClauseContext clause) {
      if (first != null) {
        throw Source.unexpected(clause.getStart());
      }
    }
  }

  private Scope scope(ShowScopeContext node) {
    String kind = node.objectKind() != null ? Names.upperText(node.objectKind()) : null;
    return new Scope(
        node.SESSION() != null ? "SESSION" : kind, builders.names.optionalName(node.objectName()));
  }

  @Override
  public Statement visitShowGrants(ShowGrantsContext node) {
    String text = builders.source.text(node);
    boolean future = node.FUTURE() != null;
    GrantsScopeContext scope = node.grantsScope();
    if (scope == null) {
      return new InspectionStatement.ShowGrants(future, GrantsOf.CURRENT, null, null, null, text);
    }
    GrantsOf direction = GrantsOf.valueOf(scope.getStart().getText().toUpperCase(Locale.ROOT));
    return new InspectionStatement.ShowGrants(
        future,
        direction,
        scope.objectKind() == null ? ObjectKind.ACCOUNT : Names.kind(scope.objectKind()),
        builders.names.optionalName(scope.objectName()),
        Names.types(scope.typeNames()),
        text);
  }

  @Override
  public Statement visitDescribeResult(DescribeResultContext node) {
    return new InspectionStatement.DescribeResult(
        node.STRING() != null
            ? new Expression.TextLiteral(Literals.string(node.STRING().getSymbol()))
            : builders.expressions.visit(node.expression()),
        builders.source.text(node));
  }

  @Override
  public Statement visitDescribeObject(DescribeObjectContext node) {
    String view = node.STRING() != null ? Literals.string(node.STRING().getSymbol()) : null;
    if (node.anyWord() != null) {
      view = Names.identifier(node.anyWord()).name();
    }
    return new InspectionStatement.Describe(
        Names.kind(node.objectKind()),
        builders.names.objectName(node.objectName()),
        Names.types(node.typeNames()),
        view,
        builders.source.text(node));
  }

  @Override
  public Statement visitDescribeTable(DescribeTableContext node) {
    return new InspectionStatement.Describe(
        ObjectKind.TABLE,
        builders.names.objectName(node.objectName()),
        null,
        null,
        builders.source.text(node));
  }

  @Override
  public Statement visitExplainStatement(ExplainStatementContext node) {
    String format = null;
    if (node.USING() != null) {
      format = node.getChild(2).getText().toUpperCase(Locale.ROOT);
    }
    return new InspectionStatement.Explain(
        format, builders.statements.statement(node.statement()), builders.source.text(node));
  }

  @Override
  public Statement visitUseKind(UseKindContext node) {
    String kind = node.getChild(1).getText().toUpperCase(Locale.ROOT);
    return new SessionStatement.Use(
        ObjectKind.valueOf(kind),
        builders.names.objectName(node.objectName()),
        builders.source.text(node));
  }

  @Override
  public Statement visitUseDatabase(UseDatabaseContext node) {
    return new SessionStatement.Use(
        ObjectKind.DATABASE,
        builders.names.objectName(node.objectName()),
        builders.source.text(node));
  }

  @Override
  public Statement visitUseSecondaryRoles(UseSecondaryRolesContext node) {
    return new SessionStatement.UseSecondaryRoles(
        node.ALL() != null ? List.of(new Identifier("ALL")) : Names.identifiers(node.identifiers()),
        builders.source.text(node));
  }

  @Override
  public Statement visitSetVariable(SetVariableContext node) {
    return new SessionStatement.SetVariables(
        List.of(Names.identifier(node.identifier())),
        List.of(builders.expressions.visit(node.expression())),
        builders.source.text(node));
  }

  @Override
  public Statement visitSetVariables(SetVariablesContext node) {
    List<Identifier> names = Names.identifiers(node.identifierList());
    List<Expression> values = builders.expressions.all(node.expressions());
    if (names.size() != values.size()) {
      throw Source.unexpected(node.getStop());
    }
    return new SessionStatement.SetVariables(names, values, builders.source.text(node));
  }

  @Override
  public Statement visitUnsetVariables(UnsetVariablesContext node) {
    return new SessionStatement.UnsetVariables(
        node.identifier() != null
            ? List.of(Names.identifier(node.identifier()))
            : Names.identifiers(node.identifierList()),
        builders.source.text(node));
  }

  @Override
  public Statement visitBeginTransaction(BeginTransactionContext node) {
    return new TransactionStatement.Begin(
        Names.optional(node.identifier()), builders.source.text(node));
  }

  @Override
  public Statement visitStartTransaction(StartTransactionContext node) {
    return new TransactionStatement.Begin(
        Names.optional(node.identifier()), builders.source.text(node));
  }

  @Override
  public Statement visitCommitTransaction(CommitTransactionContext node) {
    return new TransactionStatement.Commit(builders.source.text(node));
  }

  @Override
  public Statement visitRollbackTransaction(RollbackTransactionContext node) {
    return new TransactionStatement.Rollback(builders.source.text(node));
  }
}
