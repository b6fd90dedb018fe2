package io.snowpull.local.engine.parser;

import io.snowpull.local.engine.ast.ApplicationStatement;
import io.snowpull.local.engine.ast.CreateMode;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.ast.SchemaStatement.AlterAction;
import io.snowpull.local.engine.ast.SecurityStatement;
import io.snowpull.local.engine.ast.SessionStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterAccountSetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterAccountUnsetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterApplicationStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterObjectContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterRoutineStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterSessionSetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterSessionUnsetContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterTableStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterTaskStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.AlterableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CommentStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreatableContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateDatabaseContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateIntegrationContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreatePlainContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateSchemaContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.CreateStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.DropStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.RenameActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SetActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.SwapActionContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.TimeTravelContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UndropStatementContext;
import io.snowpull.local.engine.parser.grammar.SqlParser.UnsetActionContext;
import io.snowpull.local.engine.result.SnowflakeException;
import org.jspecify.annotations.Nullable;

/** Builds CREATE, the generic ALTER, DROP and COMMENT. */
final class Creations {
  private final Builders builders;

  Creations(Builders builders) {
    this.builders = builders;
  }

  Statement create(CreateStatementContext node) {
    Creation creation =
        new Creation(node.REPLACE() != null, node.ALTER() != null, builders.source.text(node));
    CreatableContext what = node.creatable();
    if (what.createTable() != null) {
      return builders.tables.create(what.createTable(), creation);
    }
    if (what.createView() != null) {
      return builders.tables.createView(what.createView(), creation);
    }
    if (what.createRoutine() != null) {
      return builders.routines.create(what.createRoutine(), creation);
    }
    if (what.createTask() != null) {
      return builders.tasks.create(what.createTask(), creation);
    }
    if (what.createApplication() != null) {
      return builders.applications.create(what.createApplication(), creation);
    }
    if (what.createStreamlit() != null) {
      return builders.applications.createStreamlit(what.createStreamlit(), creation);
    }
    if (what.createSequence() != null) {
      return Sequences.create(what.createSequence(), creation, builders);
    }
    return container(what, creation);
  }

  private Statement container(CreatableContext what, Creation creation) {
    if (what.createDatabase() != null) {
      return database(what.createDatabase(), creation);
    }
    if (what.createSchema() != null) {
      return schema(what.createSchema(), creation);
    }
    if (what.createIntegration() != null) {
      CreateIntegrationContext node = what.createIntegration();
      return new SecurityStatement.CreateIntegration(
          creation.mode(node.ifNotExists()),
          Names.upperText(node.integrationKind()),
          builders.names.objectName(node.objectName()),
          builders.options.options(node.optionList()),
          creation.text());
    }
    return plain(what.createPlain(), creation);
  }

  private Statement database(CreateDatabaseContext node, Creation creation) {
    refusePast(node.timeTravel());
    return new SchemaStatement.CreateDatabase(
        creation.mode(node.ifNotExists()),
        node.TRANSIENT() != null,
        builders.names.objectName(node.objectName(0)),
        builders.names.optionalName(node.objectName(1)),
        builders.options.options(node.optionList()),
        creation.text());
  }

  private Statement schema(CreateSchemaContext node, Creation creation) {
    refusePast(node.timeTravel());
    return new SchemaStatement.CreateSchema(
        creation.mode(node.ifNotExists()),
        node.VERSIONED() != null,
        node.TRANSIENT() != null,
        builders.names.objectName(node.objectName(0)),
        builders.names.optionalName(node.objectName(1)),
        node.MANAGED() != null,
        builders.options.options(node.optionList()),
        creation.text());
  }

  private static void refusePast(@Nullable TimeTravelContext past) {
    if (past != null) {
      throw SnowflakeException.unsupported("CLONE of an object as it was in the past");
    }
  }

  private Statement plain(CreatePlainContext node, Creation creation) {
    CreateMode mode = creation.mode(node.ifNotExists());
    ObjectName name = builders.names.objectName(node.objectName());
    Options options = builders.options.options(node.optionList());
    boolean temporary = node.TEMPORARY() != null || node.TEMP() != null;
    String text = creation.text();
    String kind = Names.upperText(node.plainKind());
    if (temporary && !kind.equals("STAGE") && !kind.equals("FILE FORMAT")) {
      throw Source.unexpected(node.getStart());
    }
    return switch (kind) {
      case "STAGE" -> new SchemaStatement.CreateStage(mode, temporary, name, options, text);
      case "FILE FORMAT" ->
          new SchemaStatement.CreateFileFormat(mode, temporary, name, options, text);
      case "ROLE" -> new SecurityStatement.CreateRole(mode, name, options, text);
      case "DATABASE ROLE" -> new SecurityStatement.CreateDatabaseRole(mode, name, options, text);
      case "USER" -> new SecurityStatement.CreateUser(mode, name, options, text);
      case "WAREHOUSE" -> new SecurityStatement.CreateWarehouse(mode, name, options, text);
      case "SECRET" -> new SecurityStatement.CreateSecret(mode, name, options, text);
      case "NETWORK RULE" -> new SecurityStatement.CreateNetworkRule(mode, name, options, text);
      case "APPLICATION ROLE" ->
          new ApplicationStatement.CreateApplicationRole(mode, name, options, text);
      default -> new ApplicationStatement.CreateApplicationPackage(mode, name, options, text);
    };
  }

  Statement alter(AlterStatementContext node) {
    String text = builders.source.text(node);
    AlterableContext what = node.alterable();
    if (what instanceof AlterTableStatementContext a) {
      return builders.tables.alter(a.alterTable(), text);
    }
    if (what instanceof AlterApplicationStatementContext a) {
      return builders.applications.alter(a.alterApplication(), text);
    }
    if (what instanceof AlterRoutineStatementContext a) {
      return builders.routines.alter(a.alterRoutine(), text);
    }
    if (what instanceof AlterTaskStatementContext a) {
      return builders.tasks.alter(a.alterTask(), text);
    }
    if (what instanceof AlterSessionSetContext a) {
      return new SessionStatement.AlterSessionSet(builders.options.options(a.optionList()), text);
    }
    if (what instanceof AlterSessionUnsetContext a) {
      return new SessionStatement.AlterSessionUnset(Names.words(a.words()), text);
    }
    return alterObject(what, text);
  }

  private Statement alterObject(AlterableContext what, String text) {
    if (what instanceof AlterObjectContext a) {
      return new SchemaStatement.AlterObject(
          Names.kind(a.objectKind()),
          a.ifExists() != null,
          builders.names.objectName(a.objectName()),
          action(a.alterAction()),
          text);
    }
    AlterAction action =
        what instanceof AlterAccountSetContext a
            ? new AlterAction.SetOptions(builders.options.options(a.optionList()))
            : new AlterAction.UnsetOptions(Names.words(((AlterAccountUnsetContext) what).words()));
    return new SchemaStatement.AlterObject(
        ObjectKind.ACCOUNT, false, ObjectName.plain("ACCOUNT"), action, text);
  }

  private AlterAction action(AlterActionContext node) {
    if (node instanceof RenameActionContext a) {
      return new AlterAction.RenameTo(builders.names.objectName(a.objectName()));
    }
    if (node instanceof SwapActionContext a) {
      return new AlterAction.SwapWith(builders.names.objectName(a.objectName()));
    }
    if (node instanceof SetActionContext a) {
      return new AlterAction.SetOptions(builders.options.options(a.optionList()));
    }
    return node instanceof UnsetActionContext a
        ? new AlterAction.UnsetOptions(Names.words(a.words()))
        : new AlterAction.Command(Names.upperText(node));
  }

  Statement drop(DropStatementContext node) {
    return new SchemaStatement.Drop(
        Names.kind(node.objectKind()),
        node.ifExists() != null,
        builders.names.objectName(node.objectName()),
        Names.types(node.typeNames()),
        node.CASCADE() != null,
        builders.source.text(node));
  }

  Statement undrop(UndropStatementContext node) {
    return new SchemaStatement.Undrop(
        Names.kind(node.objectKind()),
        builders.names.objectName(node.objectName()),
        builders.source.text(node));
  }

  Statement comment(CommentStatementContext node) {
    return new SchemaStatement.CommentOn(
        Names.kind(node.objectKind()),
        node.ifExists() != null,
        builders.names.objectName(node.objectName()),
        Names.types(node.typeNames()),
        Names.string(node.string()),
        builders.source.text(node));
  }
}
