package io.snowpull.local.engine.ddl;

import io.snowpull.local.engine.ast.CreateMode;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.catalog.CatalogChange;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every CREATE has in common: the container must be there, the privilege held, and the name
 * free unless OR REPLACE or IF NOT EXISTS says otherwise.
 */
public final class Creation {

  private final Execution execution;
  private final ObjectKind kind;
  private final CreateMode mode;
  private final QualifiedName name;
  private boolean keepGrants;
  private Preparation preparation = change -> {};
  private @Nullable UnaryOperator<CatalogObject> alteration;

  public Creation(Execution execution, ObjectKind kind, CreateMode mode, QualifiedName name) {
    this.execution = execution;
    this.kind = kind;
    this.mode = mode;
    this.name = name;
  }

  /** With COPY GRANTS the grants on a replaced object stay. */
  public Creation keepGrants(boolean copyGrants) {
    this.keepGrants = copyGrants;
    return this;
  }

  /** What runs before an object is replaced, since it may read the old one. */
  public interface Preparation {
    void run(CatalogChange change) throws SQLException;
  }

  public Creation after(Preparation first) {
    this.preparation = first;
    return this;
  }

  /** What OR ALTER makes of an object that is there; without it such a statement is refused. */
  public Creation altering(UnaryOperator<CatalogObject> change) {
    this.alteration = change;
    return this;
  }

  /** Makes the new object of its header; the one it replaces is given, or empty. */
  public interface Step {
    CatalogObject make(Header header, CatalogChange change) throws SQLException;
  }

  /** Creates the object, in one transaction with what the step does. */
  public Result run(String comment, Step step) {
    requireContainer(execution, kind, name);
    return execution
        .catalog()
        .change(
            change -> {
              List<Grant> kept = List.of();
              Optional<CatalogObject> existing = change.snapshot().find(ObjectKey.of(kind, name));
              if (existing.isPresent() && mode.orAlter() && alteration != null) {
                return alter(existing.get(), alteration, change);
              }
              if (existing.isPresent() && !mode.orReplace()) {
                return alreadyThere(existing.get());
              }
              preparation.run(change);
              if (existing.isPresent()) {
                execution
                    .services()
                    .access()
                    .require(execution.context(), "OWNERSHIP", existing.get());
                kept = keepGrants ? grantsOn(existing.get(), change) : List.of();
                new Removal(execution).remove(existing.get(), change);
              }
              Header header =
                  new Header(
                      name,
                      execution.context().principal(),
                      execution.services().clock().instant(),
                      comment);
              change.put(step.make(header, change));
              for (Grant grant : kept) {
                change.grant(grant);
              }
              return created();
            });
  }

  private Result alter(
      CatalogObject existing, UnaryOperator<CatalogObject> how, CatalogChange change)
      throws SQLException {
    execution.services().access().require(execution.context(), "OWNERSHIP", existing);
    change.put(how.apply(existing));
    return Result.status(StatementType.DDL, "Statement executed successfully.");
  }

  private static List<Grant> grantsOn(CatalogObject object, CatalogChange change) {
    return change.snapshot().grants().stream()
        .filter(grant -> object.key().equals(grant.on()))
        .toList();
  }

  /** The answer when the name is taken and is to be left alone. */
  private Result alreadyThere(CatalogObject existing) {
    if (mode.ifNotExists()) {
      return Result.status(
          StatementType.DDL, name.name() + " already exists, statement succeeded.");
    }
    if (mode.orAlter()) {
      throw SnowflakeException.unsupported(
          "CREATE OR ALTER of a " + kind.words().toLowerCase(Locale.ROOT) + " that exists");
    }
    throw SnowflakeException.alreadyExists(existing.name().toSql());
  }

  /** The usual answer. */
  private Result created() {
    String label = kind.words().charAt(0) + kind.words().substring(1).toLowerCase(Locale.ROOT);
    return Result.status(StatementType.DDL, label + " " + name.name() + " successfully created.");
  }

  /**
   * Lets pass who may create the object where its name says.
   *
   * @throws SnowflakeException 002003 if there is no such place, 003001 without the privilege
   */
  static void requireContainer(Execution execution, ObjectKind kind, QualifiedName name) {
    var access = execution.services().access();
    String privilege = "CREATE " + kind.words();
    if (name.parts().size() == 1) {
      access.requireOnAccount(execution.context(), privilege);
      return;
    }
    ObjectKind containerKind = name.parts().size() == 2 ? ObjectKind.DATABASE : ObjectKind.SCHEMA;
    CatalogObject container =
        execution
            .snapshot()
            .find(ObjectKey.of(containerKind, name.parent()))
            .filter(found -> access.sees(execution.context(), found))
            .orElseThrow(
                () ->
                    SnowflakeException.doesNotExist(containerKind.words(), name.parent().toSql()));
    access.require(execution.context(), privilege, container);
  }
}
