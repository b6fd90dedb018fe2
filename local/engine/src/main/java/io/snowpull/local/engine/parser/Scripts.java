package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Expression;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.Script;
import io.snowpull.local.engine.parser.grammar.SqlParser.AssignScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AsyncScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AwaitScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BlockContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.BreakScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CaseScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CloseScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ContinueScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.FetchScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ForScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.HandlerContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IfScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.LetScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.LoopScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NullScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.OpenScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RaiseScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RepeatScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ReturnScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ReturnTableScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ScriptStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ScriptStatementsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SingleBlockContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SqlScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.WhileScriptContext;
import io.snowpull.local.engine.parser.grammar.SqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the statements of Snowflake Scripting. */
final class Scripts extends SqlParserBaseVisitor<Script> {
  private final Builders builders;
  private final Declarations declarations;

  Scripts(Builders builders) {
    this.builders = builders;
    this.declarations = new Declarations(builders);
  }

  Script.Block block(BlockContext node) {
    return new Script.Block(
        node.declaration().stream().map(declarations::declaration).toList(),
        all(node.scriptStatement()),
        node.handler().stream().map(this::handler).toList(),
        Names.optional(node.name()));
  }

  /** The body of a procedure: a block, or a statement alone. */
  Script.Block body(SingleBlockContext node) {
    if (node.block() != null) {
      return block(node.block());
    }
    Script only = visit(node.scriptStatement());
    return only instanceof Script.Block block
        ? block
        : new Script.Block(List.of(), List.of(line(node.scriptStatement())), List.of(), null);
  }

  private List<Script> all(List<ScriptStatementContext> statements) {
    return statements.stream().map(this::line).toList();
  }

  private Script line(ScriptStatementContext node) {
    return new Script.Line(Source.position(node.getStart()), visit(node));
  }

  private List<Script> all(@Nullable ScriptStatementsContext statements) {
    return statements == null ? List.of() : all(statements.scriptStatement());
  }

  private Script.Handler handler(HandlerContext node) {
    return new Script.Handler(
        Names.identifiers(node.identifier()), node.CONTINUE() != null, all(node.scriptStatement()));
  }

  @Override
  public Script visitLetScript(LetScriptContext node) {
    return new Script.Let(declarations.declaration(node.declaration()));
  }

  @Override
  public Script visitAssignScript(AssignScriptContext node) {
    return new Script.Assign(Names.identifier(node.name()), declarations.assigned(node.assigned()));
  }

  @Override
  public Script visitIfScript(IfScriptContext node) {
    int conditions = node.expression().size();
    List<Script.Branch> branches = new ArrayList<>();
    for (int i = 0; i < conditions; i++) {
      branches.add(
          new Script.Branch(
              builders.expressions.visit(node.expression(i)), all(node.scriptStatements(i))));
    }
    return new Script.If(
        List.copyOf(branches),
        node.ELSE() == null ? List.of() : all(node.scriptStatements(conditions)));
  }

  @Override
  public Script visitCaseScript(CaseScriptContext node) {
    return new Script.CaseOf(
        builders.expressions.optional(node.expression()),
        node.caseBranch().stream()
            .map(
                b ->
                    new Script.Branch(
                        builders.expressions.visit(b.expression()), all(b.scriptStatements())))
            .toList(),
        all(node.scriptStatements()));
  }

  @Override
  public Script visitForScript(ForScriptContext node) {
    Identifier variable = Names.identifier(node.name(0));
    Identifier label = Names.optional(node.name(1));
    List<Script> statements = all(node.scriptStatements());
    Expression first = builders.expressions.visit(node.expression(0));
    if (node.TO() != null) {
      Expression last = builders.expressions.visit(node.expression(1));
      return new Script.ForRange(variable, node.REVERSE() != null, first, last, statements, label);
    }
    if (node.REVERSE() != null) {
      throw Source.unexpected(node.DO().getSymbol());
    }
    return new Script.ForEach(variable, first, statements, label);
  }

  @Override
  public Script visitWhileScript(WhileScriptContext node) {
    return new Script.While(
        builders.expressions.visit(node.expression()),
        all(node.scriptStatements()),
        Names.optional(node.name()));
  }

  @Override
  public Script visitRepeatScript(RepeatScriptContext node) {
    return new Script.Repeat(
        all(node.scriptStatements()),
        builders.expressions.visit(node.expression()),
        Names.optional(node.name()));
  }

  @Override
  public Script visitLoopScript(LoopScriptContext node) {
    return new Script.Loop(all(node.scriptStatements()), Names.optional(node.name()));
  }

  @Override
  public Script visitBreakScript(BreakScriptContext node) {
    return new Script.Break(Names.optional(node.name()));
  }

  @Override
  public Script visitContinueScript(ContinueScriptContext node) {
    return new Script.Continue(Names.optional(node.name()));
  }

  @Override
  public Script visitReturnScript(ReturnScriptContext node) {
    return new Script.Return(builders.expressions.optional(node.expression()));
  }

  @Override
  public Script visitReturnTableScript(ReturnTableScriptContext node) {
    return new Script.ReturnTable(
        builders.expressions.optional(node.expression()),
        node.openQuery() == null ? null : builders.queries.openQuery(node.openQuery()));
  }

  @Override
  public Script visitRaiseScript(RaiseScriptContext node) {
    return new Script.Raise(Names.optional(node.name()));
  }

  @Override
  public Script visitOpenScript(OpenScriptContext node) {
    return new Script.Open(
        Names.identifier(node.name()), builders.expressions.all(node.expressions()));
  }

  @Override
  public Script visitFetchScript(FetchScriptContext node) {
    return new Script.Fetch(Names.identifier(node.name()), Queries.targets(node.intoTarget()));
  }

  @Override
  public Script visitCloseScript(CloseScriptContext node) {
    return new Script.Close(Names.identifier(node.name()));
  }

  @Override
  public Script visitAwaitScript(AwaitScriptContext node) {
    return new Script.Await(Names.optional(node.name()));
  }

  @Override
  public Script visitNullScript(NullScriptContext node) {
    return new Script.Nothing();
  }

  @Override
  public Script visitAsyncScript(AsyncScriptContext node) {
    return new Script.Sql(builders.statements.statement(node.statement()), true);
  }

  @Override
  public Script visitSqlScript(SqlScriptContext node) {
    if (node.statement().block() != null) {
      return block(node.statement().block());
    }
    return new Script.Sql(builders.statements.statement(node.statement()), false);
  }
}
