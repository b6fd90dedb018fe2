package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.ApplicationStatement;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.RoutineStatement;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.ast.SecurityStatement;
import io.snowpull.local.engine.ast.SessionStatement;
import io.snowpull.local.engine.ast.Statement;
import io.snowpull.local.engine.ast.TableStatement;
import io.snowpull.local.engine.ast.TableStatement.Lifetime;
import io.snowpull.local.engine.ast.TaskStatement;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementRule;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Snowflake forbids the code of an application; each refusal names its rule.
 *
 * <p>Source: https://docs.snowflake.com/en/developer-guide/native-apps/creating-setup-script and
 * https://docs.snowflake.com/en/developer-guide/native-apps/versioned-schema
 */
public final class ApplicationRules implements StatementRule {

  /** Checks what an application is about to run; what others run is not this rule's business. */
  @Override
  public void check(Statement statement, Execution execution) {
    if (!(execution.context().principal() instanceof Principal.Application)) {
      return;
    }
    if (execution.isFramed()) {
      context(statement);
    }
    temporary(statement);
    refused(statement, execution);
    outsideVersionedSchema(statement, execution);
  }

  private static void context(Statement statement) {
    if (statement instanceof SessionStatement.Use use && use.kind() != ObjectKind.WAREHOUSE) {
      throw refuse(
          "USE " + use.kind().words(), "an application cannot change its context; qualify names");
    }
    if (statement instanceof SessionStatement.UseSecondaryRoles) {
      throw refuse("USE SECONDARY ROLES", "an application cannot change its context");
    }
  }

  private static void temporary(Statement statement) {
    boolean temporary =
        statement instanceof TableStatement.CreateTable table
                && table.lifetime() == Lifetime.TEMPORARY
            || statement instanceof SchemaStatement.CreateStage stage && stage.temporary()
            || statement instanceof TableStatement.CreateView view && view.temporary()
            || statement instanceof RoutineStatement.CreateRoutine routine && routine.temporary();
    if (temporary) {
      throw refuse("CREATE TEMPORARY", "applications have no temporary objects");
    }
  }

  private static void refused(Statement statement, Execution execution) {
    if (statement instanceof SecurityStatement.CreateRole
        || statement instanceof SecurityStatement.CreateDatabaseRole) {
      throw refuse("CREATE ROLE", "an application creates application roles only");
    }
    if (statement instanceof SecurityStatement.CreateUser) {
      throw refuse("CREATE USER", "an application cannot create users");
    }
    if (statement instanceof ApplicationStatement.CreateApplication
        || statement instanceof ApplicationStatement.CreateApplicationPackage) {
      throw refuse("CREATE APPLICATION", "an application cannot create applications");
    }
    if (statement instanceof SchemaStatement.Drop drop
        && drop.kind() == ObjectKind.SCHEMA
        && versioned(drop.name(), ObjectKind.SCHEMA, execution).isPresent()) {
      throw refuse("DROP SCHEMA", "a versioned schema cannot be dropped");
    }
    if (statement instanceof SchemaStatement.CreateSchema schema
        && schema.versioned()
        && !schema.mode().orAlter()) {
      throw refuse("CREATE VERSIONED SCHEMA", "write CREATE OR ALTER VERSIONED SCHEMA");
    }
    if (statement instanceof RoutineStatement.CreateRoutine routine
        && routine.executeAs() == RoutineStatement.ExecuteAs.CALLER) {
      throw refuse("EXECUTE AS CALLER", "procedures of an application run as their owner");
    }
  }

  /** A versioned schema holds procedures, functions, Streamlits and views only. */
  private static void outsideVersionedSchema(Statement statement, Execution execution) {
    String what = null;
    ObjectName name = null;
    if (statement instanceof TableStatement.CreateTable table) {
      what = "tables";
      name = table.name();
    } else if (statement instanceof TaskStatement.CreateTask task) {
      what = "tasks";
      name = task.name();
    } else if (statement instanceof SchemaStatement.CreateStage stage) {
      what = "stages";
      name = stage.name();
    } else if (statement instanceof SchemaStatement.CreateSequence sequence) {
      what = "sequences";
      name = sequence.name();
    } else if (statement instanceof SchemaStatement.CreateFileFormat format) {
      what = "file formats";
      name = format.name();
    } else if (statement instanceof SecurityStatement.CreateSecret secret) {
      what = "secrets";
      name = secret.name();
    } else if (statement instanceof SecurityStatement.CreateNetworkRule rule) {
      what = "network rules";
      name = rule.name();
    }
    if (what != null && name != null) {
      refuseIn(versioned(name, ObjectKind.TABLE, execution), what);
    }
  }

  private static void refuseIn(Optional<SchemaDefinition> schema, String what) {
    if (schema.isPresent()) {
      throw refuse(
          what + " in the versioned schema " + schema.get().name(),
          "create them in a normal schema, CREATE SCHEMA IF NOT EXISTS");
    }
  }

  /** The versioned schema that the name is of or in; names that do not resolve are not. */
  private static Optional<SchemaDefinition> versioned(
      @Nullable ObjectName name, ObjectKind kind, Execution execution) {
    if (name == null) {
      return Optional.empty();
    }
    List<String> parts = execution.names().parts(name);
    int needed = kind == ObjectKind.SCHEMA ? 1 : 2;
    if (parts.size() < needed && execution.context().schema() == null) {
      return Optional.empty();
    }
    var full = execution.names().qualify(kind, name);
    return execution
        .snapshot()
        .schema(kind == ObjectKind.SCHEMA ? full : full.parent())
        .filter(SchemaDefinition::versioned);
  }

  private static SnowflakeException refuse(String what, String rule) {
    return new SnowflakeException(
        "093200",
        "0A000",
        "Unsupported statement in an application: " + what + ". Rule: " + rule + ".");
  }
}
