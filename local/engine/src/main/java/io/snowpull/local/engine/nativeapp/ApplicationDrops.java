package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.ObjectKey;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What DROP of an application or a package asks for first, and the files that go with them; the
 * objects themselves are dropped by the handler behind.
 *
 * <p>Source: https://docs.snowflake.com/en/sql-reference/sql/drop-application
 */
public final class ApplicationDrops implements StatementHandler<SchemaStatement> {
  private final StatementHandler<SchemaStatement> behind;

  public ApplicationDrops(StatementHandler<SchemaStatement> behind) {
    this.behind = behind;
  }

  @Override
  public Result execute(SchemaStatement statement, Execution execution) {
    if (!(statement instanceof SchemaStatement.Drop drop)) {
      return behind.execute(statement, execution);
    }
    return switch (drop.kind()) {
      case APPLICATION -> dropApplication(drop, execution);
      case APPLICATION_PACKAGE -> dropPackage(drop, execution);
      default -> behind.execute(drop, execution);
    };
  }

  private Result dropApplication(SchemaStatement.Drop drop, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION, drop.name());
    Optional<ApplicationDefinition> present = execution.snapshot().application(name.name());
    if (!drop.cascade()) {
      requireNothingOwned(name, execution);
    }
    Result result = behind.execute(drop, execution);
    present
        .filter(application -> application.version() == null)
        .ifPresent(application -> discard(application.directory(), execution));
    return result;
  }

  /** What an application owns outside itself: databases, warehouses, integrations. */
  static List<CatalogObject> owned(QualifiedName application, Execution execution) {
    Principal owner = new Principal.Application(application.name());
    return execution
        .snapshot()
        .all(CatalogObject.class)
        .filter(object -> object.owner().equals(owner))
        .filter(object -> object.name().parts().size() == 1)
        .filter(object -> !object.name().equals(application))
        .toList();
  }

  private static void requireNothingOwned(QualifiedName application, Execution execution) {
    List<CatalogObject> owned = owned(application, execution);
    if (!owned.isEmpty()) {
      throw new SnowflakeException(
          "093128",
          "55000",
          "Application '"
              + application
              + "' cannot be dropped because it owns objects outside itself: "
              + owned.stream()
                  .map(object -> object.kind().words() + " " + object.name())
                  .collect(Collectors.joining(", "))
              + ". Use DROP APPLICATION "
              + application
              + " CASCADE, or transfer their ownership.");
    }
  }

  private Result dropPackage(SchemaStatement.Drop drop, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION_PACKAGE, drop.name());
    Optional<ApplicationDefinition> installed =
        execution
            .snapshot()
            .all(ApplicationDefinition.class)
            .filter(application -> application.packageName().equals(name.name()))
            .findFirst();
    if (installed.isPresent()) {
      throw new SnowflakeException(
          "093021",
          "55000",
          "Application package '"
              + name
              + "' cannot be dropped: application '"
              + installed.get().name()
              + "' is installed from it.");
    }
    Optional<CatalogObject> present =
        execution.snapshot().find(ObjectKey.of(ObjectKind.APPLICATION_PACKAGE, name));
    Result result = behind.execute(drop, execution);
    if (present.orElse(null) instanceof ApplicationPackageDefinition definition) {
      definition.versions().forEach(version -> discard(version.directory(), execution));
    }
    return result;
  }

  private static void discard(String directory, Execution execution) {
    execution.services().stages().discard(directory);
  }
}
