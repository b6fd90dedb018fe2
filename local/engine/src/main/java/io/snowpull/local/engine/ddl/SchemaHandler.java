package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.FileFormatDefinition;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.catalog.SequenceDefinition;
import io.snowpull.local.engine.catalog.StageDefinition;
import io.snowpull.local.engine.duckdb.PhysicalName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** Databases, schemas, sequences, file formats, stages; and ALTER, DROP, COMMENT of any kind. */
public final class SchemaHandler implements StatementHandler<SchemaStatement> {

  private final ObjectAlteration alteration = new ObjectAlteration();
  private final ObjectDrop drop = new ObjectDrop();

  @Override
  public Result execute(SchemaStatement statement, Execution execution) {
    if (statement instanceof SchemaStatement.CreateDatabase create) {
      return database(create, execution);
    } else if (statement instanceof SchemaStatement.CreateSchema create) {
      return schema(create, execution);
    } else if (statement instanceof SchemaStatement.CreateSequence create) {
      return sequence(create, execution);
    } else if (statement instanceof SchemaStatement.CreateFileFormat create) {
      return fileFormat(create, execution);
    } else if (statement instanceof SchemaStatement.CreateStage create) {
      return stage(create, execution);
    } else if (statement instanceof SchemaStatement.AlterObject alter) {
      return alteration.alter(alter, execution);
    } else if (statement instanceof SchemaStatement.Drop dropped) {
      return drop.drop(dropped, execution);
    } else if (statement instanceof SchemaStatement.CommentOn comment) {
      return alteration.comment(comment, execution);
    }
    throw SnowflakeException.unsupported("UNDROP");
  }

  private static Result database(SchemaStatement.CreateDatabase create, Execution execution) {
    refuseClone(create.cloneOf() != null);
    QualifiedName name = execution.names().qualify(ObjectKind.DATABASE, create.name());
    Result result =
        new Creation(execution, ObjectKind.DATABASE, create.mode(), name)
            .run(
                create.options().text("COMMENT").orElse(""),
                (header, change) -> {
                  createWithDefaults(
                      header,
                      DatabaseDefinition.Origin.STANDARD,
                      create.transientLifetime(),
                      change);
                  return change.snapshot().database(name.name()).orElseThrow();
                });
    boolean byApplication = execution.context().principal() instanceof Principal.Application;
    if (!byApplication && (!create.mode().ifNotExists() || create.mode().orReplace())) {
      // An application's names go on to mean its own schemas.
      execution.use(execution.context().in(name.name(), "PUBLIC"));
    }
    return result;
  }

  /** A database with the two schemas that each one has. */
  public static void createWithDefaults(
      Header header, DatabaseDefinition.Origin origin, boolean isTransient, CatalogChange change)
      throws SQLException {
    change.put(new DatabaseDefinition(header, origin, isTransient, 1));
    createSchema(header, "INFORMATION_SCHEMA", change);
    if (origin != DatabaseDefinition.Origin.APPLICATION) {
      createSchema(header, "PUBLIC", change);
    }
  }

  private static void createSchema(Header database, String name, CatalogChange change)
      throws SQLException {
    QualifiedName full = database.name().child(name);
    change.put(
        new SchemaDefinition(
            new Header(
                full,
                database.owner(),
                database.createdOn(),
                name.equals("INFORMATION_SCHEMA")
                    ? "Views describing the contents of schemas in this database"
                    : ""),
            false,
            false,
            false));
    change
        .connection()
        .tables()
        .createSchema(PhysicalName.schemaName(full.database(), full.schema()));
  }

  private static Result schema(SchemaStatement.CreateSchema create, Execution execution) {
    refuseClone(create.cloneOf() != null);
    QualifiedName name = execution.names().qualify(ObjectKind.SCHEMA, create.name());
    boolean inApplication = execution.snapshot().application(name.database()).isPresent();
    if (create.versioned() && !inApplication) {
      throw SnowflakeException.compilationError(
          "Versioned schemas can only be created in an application.");
    }
    Optional<SchemaDefinition> present = execution.snapshot().schema(name);
    boolean exists = present.isPresent();
    if (exists && create.mode().orAlter()) {
      return alterSchema(present.get(), create, execution);
    }
    Result result =
        new Creation(execution, ObjectKind.SCHEMA, create.mode(), name)
            .run(
                create.options().text("COMMENT").orElse(""),
                (header, change) -> {
                  change
                      .connection()
                      .tables()
                      .createSchema(PhysicalName.schemaName(name.database(), name.schema()));
                  return new SchemaDefinition(
                      header,
                      create.versioned(),
                      create.managedAccess(),
                      create.transientLifetime());
                });
    if (!inApplication && (!exists || create.mode().orReplace())) {
      // An app's CREATE SCHEMA leaves the context alone, a session's moves there.
      execution.use(execution.context().in(name));
    }
    return result;
  }

  /** CREATE OR ALTER keeps what is in the schema; only its properties become those given. */
  private static Result alterSchema(
      SchemaDefinition present, SchemaStatement.CreateSchema create, Execution execution) {
    execution.services().access().require(execution.context(), "OWNERSHIP", present);
    if (present.versioned() != create.versioned()) {
      throw SnowflakeException.compilationError(
          "Schema "
              + present.name()
              + (present.versioned() ? " is versioned" : " is not versioned")
              + "; CREATE OR ALTER cannot change that.");
    }
    return execution
        .catalog()
        .change(
            change -> {
              change.put(
                  new SchemaDefinition(
                      present.header().withComment(create.options().text("COMMENT").orElse("")),
                      present.versioned(),
                      create.managedAccess(),
                      present.isTransient()));
              return Result.status(
                  StatementType.DDL, present.name().name() + " successfully altered.");
            });
  }

  private static Result sequence(SchemaStatement.CreateSequence create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.SEQUENCE, create.name());
    return new Creation(execution, ObjectKind.SEQUENCE, create.mode(), name)
        .run(
            create.options().text("COMMENT").orElse(""),
            (header, change) -> {
              change
                  .connection()
                  .tables()
                  .createSequence(
                      PhysicalName.of(name.database(), name.schema(), name.name()),
                      create.start(),
                      create.increment());
              return new SequenceDefinition(
                  header, create.start(), create.increment(), create.ordered());
            });
  }

  private static Result fileFormat(SchemaStatement.CreateFileFormat create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.FILE_FORMAT, create.name());
    SortedMap<String, String> options = create.options().asText();
    options.remove("COMMENT");
    String type = options.getOrDefault("TYPE", "CSV");
    options.remove("TYPE");
    Header header = header(execution, name, create.options());
    if (create.temporary()) {
      execution.session().putTemporary(new FileFormatDefinition(header, type, options));
      return Result.status(
          StatementType.DDL, "File format " + name.name() + " successfully created.");
    }
    return new Creation(execution, ObjectKind.FILE_FORMAT, create.mode(), name)
        .run(header.comment(), (made, change) -> new FileFormatDefinition(made, type, options));
  }

  private static Result stage(SchemaStatement.CreateStage create, Execution execution) {
    if (create.options().has("URL")) {
      throw SnowflakeException.unsupported("external stages");
    }
    QualifiedName name = execution.names().qualify(ObjectKind.STAGE, create.name());
    SortedMap<String, String> format = create.options().group("FILE_FORMAT").asText();
    boolean directory = create.options().group("DIRECTORY").bool("ENABLE").orElse(false);
    if (create.temporary()) {
      var key = io.snowpull.local.engine.catalog.ObjectKey.of(ObjectKind.STAGE, name);
      if (create.mode().ifNotExists() && execution.session().temporary(key).isPresent()) {
        return Result.status(
            StatementType.DDL, name.name() + " already exists, statement succeeded.");
      }
      execution
          .session()
          .putTemporary(
              new StageDefinition(
                  header(execution, name, create.options()),
                  execution.services().stages().create(),
                  format,
                  directory,
                  Long.toString(execution.session().id())));
      return Result.status(
          StatementType.DDL, "Stage area " + name.name() + " successfully created.");
    }
    Result result =
        new Creation(execution, ObjectKind.STAGE, create.mode(), name)
            .run(
                create.options().text("COMMENT").orElse(""),
                (header, change) ->
                    new StageDefinition(
                        header, execution.services().stages().create(), format, directory, null));
    return result;
  }

  private static Header header(Execution execution, QualifiedName name, Options options) {
    return new Header(
        name,
        execution.context().principal(),
        execution.services().clock().instant(),
        options.text("COMMENT").orElse(""));
  }

  private static void refuseClone(boolean clone) {
    if (clone) {
      throw SnowflakeException.unsupported("CLONE of databases and schemas");
    }
  }

  static int number(Options options, String name, int otherwise) {
    return options.number(name).map(BigDecimal::intValue).orElse(otherwise);
  }
}
