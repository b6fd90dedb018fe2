package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.DmlStatement;
import io.snowpull.local.engine.ast.DmlStatement.Assignment;
import io.snowpull.local.engine.ast.DmlStatement.MergeAction;
import io.snowpull.local.engine.ast.DmlStatement.MergeClause;
import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Expression.ColumnRef;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.ast.StageStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.AssignmentContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AssignmentsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BoundStageContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ClientFileContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CopyIntoLocationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CopyIntoTableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DeleteStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.GetStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IdentifierPathContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.InsertStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ListStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeDeleteContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeInsertAllContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeInsertContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeUpdateAllContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.MergeUpdateContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OptionListContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.PutStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RemoveStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TruncateStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UpdateStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds DML and the commands on staged files. */
final class Changes extends SqlParserBaseVisitor<Statement> {
  private final Builders builders;

  Changes(Builders builders) {
    this.builders = builders;
  }

  @Override
  public Statement visitInsertStatement(InsertStatementContext node) {
    return new DmlStatement.Insert(
        node.OVERWRITE() != null,
        builders.names.objectName(node.objectName()),
        Names.identifiers(node.identifierList()),
        builders.queries.query(node.query()),
        builders.source.text(node));
  }

  @Override
  public Statement visitUpdateStatement(UpdateStatementContext node) {
    return new DmlStatement.Update(
        builders.names.objectName(node.objectName()),
        Names.optional(node.bareAlias()),
        assignments(node.assignments()),
        builders.queries.relations(node.relations()),
        builders.expressions.optional(node.expression()),
        builders.source.text(node));
  }

  @Override
  public Statement visitDeleteStatement(DeleteStatementContext node) {
    return new DmlStatement.Delete(
        builders.names.objectName(node.objectName()),
        Names.optional(node.bareAlias()),
        builders.queries.relations(node.relations()),
        builders.expressions.optional(node.expression()),
        builders.source.text(node));
  }

  @Override
  public Statement visitMergeStatement(MergeStatementContext node) {
    return new DmlStatement.Merge(
        builders.names.objectName(node.objectName()),
        Names.optional(node.bareAlias()),
        builders.relations.primary(node.relationPrimary()),
        builders.expressions.visit(node.expression()),
        node.mergeClause().stream().map(this::mergeClause).toList(),
        builders.source.text(node));
  }

  private MergeClause mergeClause(MergeClauseContext node) {
    return new MergeClause(
        node.NOT() == null,
        builders.expressions.optional(node.expression()),
        mergeAction(node.mergeAction()));
  }

  private MergeAction mergeAction(MergeActionContext node) {
    if (node instanceof MergeUpdateContext update) {
      return new MergeAction.Update(assignments(update.assignments()));
    }
    if (node instanceof MergeUpdateAllContext) {
      return new MergeAction.UpdateAllByName();
    }
    if (node instanceof MergeDeleteContext) {
      return new MergeAction.Delete();
    }
    if (node instanceof MergeInsertAllContext) {
      return new MergeAction.InsertAllByName();
    }
    MergeInsertContext insert = (MergeInsertContext) node;
    List<Identifier> columns =
        insert.identifierPathList() == null
            ? List.of()
            : insert.identifierPathList().identifierPath().stream().map(Changes::last).toList();
    return new MergeAction.Insert(
        columns, builders.expressions.all(insert.valuesRow().expressions()));
  }

  private static Identifier last(IdentifierPathContext path) {
    List<Identifier> parts = Names.dotted(path);
    return parts.get(parts.size() - 1);
  }

  private List<Assignment> assignments(AssignmentsContext list) {
    return list.assignment().stream().map(this::assignment).toList();
  }

  private Assignment assignment(AssignmentContext node) {
    List<Identifier> column = new ArrayList<>();
    column.add(Names.identifier(node.identifier()));
    column.addAll(Names.identifiers(node.anyWord()));
    return new Assignment(
        new ColumnRef(List.copyOf(column), Source.position(node.getStart())),
        builders.expressions.visit(node.expression()));
  }

  @Override
  public Statement visitTruncateStatement(TruncateStatementContext node) {
    return new DmlStatement.Truncate(
        node.ifExists() != null,
        builders.names.objectName(node.objectName()),
        builders.source.text(node));
  }

  @Override
  public Statement visitPutStatement(PutStatementContext node) {
    return new StageStatement.Put(
        clientFile(node.clientFile()),
        stage(node.boundStage()),
        builders.options.options(node.optionList()),
        builders.source.text(node));
  }

  @Override
  public Statement visitGetStatement(GetStatementContext node) {
    return new StageStatement.Get(
        stage(node.boundStage()),
        clientFile(node.clientFile()),
        builders.options.options(node.optionList()),
        builders.source.text(node));
  }

  private StageLocation stage(BoundStageContext node) {
    return node.QUESTION() == null
        ? Names.stage(node.stageLocation())
        : StageLocation.bound(
            new Expression.Bind(builders.source.bindIndex(node.QUESTION().getSymbol())));
  }

  private static String clientFile(ClientFileContext node) {
    String url =
        node.STRING() != null ? Literals.string(node.STRING().getSymbol()) : node.getText();
    boolean file = url.regionMatches(true, 0, "file://", 0, 7);
    if (!file) {
      throw Source.unexpected(node.getStart());
    }
    return url.substring(7);
  }

  @Override
  public Statement visitListStatement(ListStatementContext node) {
    return new StageStatement.ListFiles(
        Names.stage(node.stageLocation()), pattern(node.optionList()), builders.source.text(node));
  }

  @Override
  public Statement visitRemoveStatement(RemoveStatementContext node) {
    return new StageStatement.RemoveFiles(
        Names.stage(node.stageLocation()), pattern(node.optionList()), builders.source.text(node));
  }

  private @Nullable String pattern(@Nullable OptionListContext options) {
    return builders.options.options(options).text("PATTERN").orElse(null);
  }

  @Override
  public Statement visitCopyIntoTable(CopyIntoTableContext node) {
    return new StageStatement.CopyIntoTable(
        builders.names.objectName(node.objectName()),
        Names.identifiers(node.identifierList()),
        node.stageLocation() == null ? null : Names.stage(node.stageLocation()),
        builders.queries.optional(node.query()),
        builders.options.options(node.optionList()),
        builders.source.text(node));
  }

  @Override
  public Statement visitCopyIntoLocation(CopyIntoLocationContext node) {
    return new StageStatement.CopyIntoLocation(
        Names.stage(node.stageLocation()),
        builders.names.optionalName(node.objectName()),
        builders.queries.optional(node.query()),
        builders.expressions.optional(node.expression()),
        builders.options.options(node.optionList()),
        builders.source.text(node));
  }
}
