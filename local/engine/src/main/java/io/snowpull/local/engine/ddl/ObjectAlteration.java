package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.ast.SchemaStatement.AlterAction;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.IntegrationDefinition;
import io.snowpull.local.engine.catalog.NetworkRuleDefinition;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SecretDefinition;
import io.snowpull.local.engine.catalog.UserDefinition;
import io.snowpull.local.engine.catalog.WarehouseDefinition;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.sql.SQLException;
import java.util.Optional;

/** ALTER of the kinds without a statement of their own, and COMMENT ON. */
final class ObjectAlteration {

  private final SecurityOptions security = new SecurityOptions();

  Result alter(SchemaStatement.AlterObject alter, Execution execution) {
    QualifiedName name = execution.names().qualify(alter.kind(), alter.name());
    Optional<CatalogObject> found = find(ObjectKey.of(alter.kind(), name), execution);
    if (found.isEmpty()) {
      if (alter.ifExists()) {
        return done();
      }
      throw SnowflakeException.doesNotExist(alter.kind().words(), name.toSql());
    }
    CatalogObject object = found.get();
    execution
        .services()
        .access()
        .require(
            execution.context(),
            object instanceof WarehouseDefinition ? "OPERATE" : "OWNERSHIP",
            object);
    execution
        .catalog()
        .change(
            change -> {
              apply(object, alter.action(), change, execution);
              return object;
            });
    return done();
  }

  Result comment(SchemaStatement.CommentOn comment, Execution execution) {
    if (comment.kind() == ObjectKind.COLUMN) {
      throw SnowflakeException.unsupported("COMMENT ON COLUMN; use ALTER TABLE ... COMMENT");
    }
    ObjectKey key =
        ObjectKeys.of(comment.kind(), comment.name(), comment.argumentTypes(), execution);
    Optional<CatalogObject> found = find(key, execution);
    if (found.isEmpty()) {
      if (comment.ifExists()) {
        return done();
      }
      throw SnowflakeException.doesNotExist(comment.kind().words(), key.toString());
    }
    execution.services().access().require(execution.context(), "OWNERSHIP", found.get());
    execution
        .catalog()
        .change(
            change -> {
              change.put(
                  found.get().withHeader(found.get().header().withComment(comment.comment())));
              return found;
            });
    return done();
  }

  private void apply(
      CatalogObject object, AlterAction action, CatalogChange change, Execution execution)
      throws SQLException {
    if (action instanceof AlterAction.RenameTo rename) {
      QualifiedName to = execution.names().qualify(object.kind(), rename.name());
      Creation.requireContainer(execution, object.kind(), to);
      rename(object, to, change);
    } else if (action instanceof AlterAction.SetOptions set) {
      change.put(withOptions(object, set.options(), change, execution));
    } else if (action instanceof AlterAction.UnsetOptions unset) {
      if (unset.names().contains("COMMENT")) {
        change.put(object.withHeader(object.header().withComment("")));
      } else if (unset.names().contains("RSA_PUBLIC_KEY")
          && object instanceof UserDefinition user) {
        change.put(user.withRsaPublicKey(null));
      } else {
        throw unsupported("UNSET " + String.join(", ", unset.names()), object);
      }
    } else if (action instanceof AlterAction.Command command) {
      command(object, command.words(), change);
    } else {
      throw unsupported("SWAP WITH", object);
    }
  }

  private static void rename(CatalogObject object, QualifiedName to, CatalogChange change)
      throws SQLException {
    if (object.kind() == ObjectKind.DATABASE
        || object.kind() == ObjectKind.SCHEMA
        || object.kind() == ObjectKind.SEQUENCE) {
      throw unsupported("RENAME TO", object);
    }
    if (change.snapshot().find(ObjectKey.of(object.kind(), to)).isPresent()) {
      throw SnowflakeException.alreadyExists(to.toSql());
    }
    change.rename(object, object.withHeader(object.header().withName(to)));
  }

  private CatalogObject withOptions(
      CatalogObject object, Options options, CatalogChange change, Execution execution)
      throws SQLException {
    CatalogObject changed =
        options
            .text("COMMENT")
            .map(comment -> object.withHeader(object.header().withComment(comment)))
            .orElse(object);
    if (changed instanceof SecretDefinition secret) {
      execution.services().secrets().put(change, secret.name(), security.secretValues(options));
      return secret;
    } else if (changed instanceof NetworkRuleDefinition rule) {
      return security.changed(rule, options);
    } else if (changed instanceof IntegrationDefinition integration) {
      return security.changed(integration, options, execution);
    } else if (changed instanceof WarehouseDefinition warehouse) {
      return security.changed(warehouse, options);
    } else if (changed instanceof UserDefinition user) {
      return security.changed(user, options);
    }
    return changed;
  }

  private static void command(CatalogObject object, String words, CatalogChange change)
      throws SQLException {
    if (object instanceof WarehouseDefinition warehouse) {
      switch (words) {
        case "RESUME", "RESUME IF SUSPENDED" -> change.put(warehouse.withSuspended(false));
        case "SUSPEND" -> change.put(warehouse.withSuspended(true));
        case "ABORT ALL QUERIES" -> change.put(warehouse);
        default -> throw unsupported(words, object);
      }
    } else if (!words.equals("REFRESH")) {
      throw unsupported(words, object);
    }
  }

  private static Optional<CatalogObject> find(ObjectKey key, Execution execution) {
    return execution
        .snapshot()
        .find(key)
        .filter(object -> execution.services().access().sees(execution.context(), object));
  }

  private static SnowflakeException unsupported(String what, CatalogObject object) {
    return SnowflakeException.unsupported("ALTER " + object.kind().words() + " ... " + what);
  }

  private static Result done() {
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }
}
