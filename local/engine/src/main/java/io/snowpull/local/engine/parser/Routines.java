package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.Options.Option;
import io.snowpull.local.engine.ast.Options.Value;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.RoutineStatement.ExecuteAs;
import io.snowpull.local.engine.ast.RoutineStatement.NullInput;
import io.snowpull.local.engine.ast.RoutineStatement.Parameter;
import io.snowpull.local.engine.ast.RoutineStatement.ReturnType;
import io.snowpull.local.engine.ast.RoutineStatement.RoutineAction;
import io.snowpull.local.engine.ast.RoutineStatement.TableColumn;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterRoutineContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CallStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateRoutineContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteAsClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteAsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteFromContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteImmediateContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteRoutineAsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ExecuteTaskContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.IntoTargetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.LanguageClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.NotNullClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ParameterContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RenameRoutineContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.ReturnTypeContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RoutineActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RoutineClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RoutineCopyGrantsContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RoutineOptionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SecureRoutineContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetRoutineContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.StrictClauseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetRoutineContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds procedures, functions, CALL and EXECUTE IMMEDIATE. */
final class Routines {
  private final Builders builders;

  Routines(Builders builders) {
    this.builders = builders;
  }

  Statement create(CreateRoutineContext node, Creation creation) {
    String language = "SQL";
    ExecuteAs executeAs = ExecuteAs.OWNER;
    NullInput nullInput = NullInput.CALLED;
    boolean notNull = false;
    boolean copyGrants = node.COPY() != null;
    List<Option> options = new ArrayList<>();
    for (RoutineClauseContext clause : node.routineClause()) {
      if (clause instanceof LanguageClauseContext c) {
        language = Names.identifier(c.anyWord()).name();
      } else if (clause instanceof ExecuteAsClauseContext c) {
        executeAs = executeAs(c.executeAs());
      } else if (clause instanceof StrictClauseContext) {
        nullInput = NullInput.STRICT;
      } else if (clause instanceof NotNullClauseContext c) {
        notNull = c.NOT() != null;
      } else if (clause instanceof RoutineCopyGrantsContext) {
        copyGrants = true;
      } else if (clause instanceof RoutineOptionContext c) {
        options.add(builders.options.option(c.option()));
      }
    }
    return new RoutineStatement.CreateRoutine(
        node.PROCEDURE() != null ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
        creation.mode(node.ifNotExists()),
        node.TEMPORARY() != null || node.TEMP() != null,
        node.SECURE() != null,
        node.AGGREGATE() != null,
        builders.names.objectName(node.objectName()),
        parameters(node.parameter()),
        copyGrants,
        returns(node.returnType(), notNull),
        language,
        executeAs,
        nullInput,
        new Options(options),
        body(node),
        creation.text());
  }

  private @Nullable String body(CreateRoutineContext node) {
    if (node.string() != null) {
      return Names.string(node.string());
    }
    return node.block() == null ? null : builders.source.text(node.block());
  }

  List<Parameter> parameters(List<ParameterContext> nodes) {
    return nodes.stream()
        .map(
            p ->
                new Parameter(
                    Names.identifier(p.identifier()),
                    Names.type(p.typeName()),
                    builders.expressions.optional(p.expression())))
        .toList();
  }

  ReturnType returns(ReturnTypeContext node, boolean notNull) {
    if (node.TABLE() == null) {
      return new ReturnType.Scalar(Names.type(node.typeName()), notNull);
    }
    return new ReturnType.Table(
        node.tableColumn().stream()
            .map(c -> new TableColumn(Names.identifier(c.identifier()), Names.type(c.typeName())))
            .toList());
  }

  private static ExecuteAs executeAs(ExecuteAsContext node) {
    if (node.OWNER() != null) {
      return ExecuteAs.OWNER;
    }
    return node.RESTRICTED() != null ? ExecuteAs.RESTRICTED_CALLER : ExecuteAs.CALLER;
  }

  Statement alter(AlterRoutineContext node, String text) {
    return new RoutineStatement.AlterRoutine(
        node.PROCEDURE() != null ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION,
        node.ifExists() != null,
        builders.names.objectName(node.objectName()),
        node.typeNames().typeName().stream().map(Names::type).toList(),
        action(node.routineAction()),
        text);
  }

  private RoutineAction action(RoutineActionContext node) {
    if (node instanceof RenameRoutineContext a) {
      return new RoutineAction.RenameTo(builders.names.objectName(a.objectName()));
    }
    if (node instanceof SetRoutineContext a) {
      return new RoutineAction.SetOptions(builders.options.options(a.optionList()));
    }
    if (node instanceof UnsetRoutineContext a) {
      return new RoutineAction.UnsetOptions(Names.words(a.words()));
    }
    if (node instanceof SecureRoutineContext) {
      Value yes = new Value.Name(ObjectName.plain("TRUE"));
      return new RoutineAction.SetOptions(new Options(List.of(new Option("SECURE", yes))));
    }
    return new RoutineAction.SetExecuteAs(executeAs(((ExecuteRoutineAsContext) node).executeAs()));
  }

  Statement call(CallStatementContext node) {
    return new RoutineStatement.Call(
        builders.names.objectName(node.objectName()),
        builders.calls.arguments(node.arguments()),
        target(node.intoTarget()),
        builders.source.text(node));
  }

  private static @Nullable Identifier target(@Nullable IntoTargetContext node) {
    return node == null ? null : Names.identifier(node.identifier());
  }

  Statement execute(ExecuteStatementContext node) {
    String text = builders.source.text(node);
    if (node instanceof ExecuteImmediateContext e) {
      return new RoutineStatement.ExecuteImmediate(
          builders.expressions.visit(e.expression()),
          builders.expressions.all(e.expressions()),
          target(e.intoTarget()),
          text);
    }
    if (node instanceof ExecuteFromContext e) {
      List<Option> options = new ArrayList<>();
      if (e.USING() != null) {
        options.add(
            new Option("USING", new Value.Group(builders.options.entries(e.optionEntry()))));
      }
      options.addAll(builders.options.options(e.optionList()).entries());
      return new RoutineStatement.ExecuteImmediateFrom(
          Names.stage(e.stageLocation()), new Options(options), text);
    }
    ExecuteTaskContext e = (ExecuteTaskContext) node;
    return new TaskStatement.ExecuteTask(
        builders.names.objectName(e.objectName()), e.RETRY() != null, text);
  }
}
