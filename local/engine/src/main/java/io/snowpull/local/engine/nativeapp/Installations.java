package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.ApplicationStatement.CodeSource;
import io.snowpull.local.engine.ast.ApplicationStatement.CreateApplication;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.SchemaStatement;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Version;
import io.snowpull.local.engine.catalog.CatalogObject;
import io.snowpull.local.engine.catalog.CatalogSnapshot;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.Header;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.SchemaDefinition;
import io.snowpull.local.engine.ddl.Creation;
import io.snowpull.local.engine.ddl.Removal;
import io.snowpull.local.engine.execution.Binds;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import io.snowpull.local.engine.session.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CREATE APPLICATION and ALTER APPLICATION ... UPGRADE. */
final class Installations {
  private final VersionFiles files = new VersionFiles();
  private final ManifestReader manifests = new ManifestReader();

  /** The code that an installation gets; version is null when it comes from a stage. */
  private record Code(@Nullable String version, int patch, String directory) {}

  Result create(CreateApplication create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION, create.name());
    if (execution.snapshot().application(name.name()).isPresent() && create.mode().ifNotExists()) {
      return done(name.name() + " already exists, statement succeeded.");
    }
    ApplicationPackageDefinition source = Packages.require(create.applicationPackage(), execution);
    execution.services().access().require(execution.context(), "INSTALL", source);
    Code code = code(create.source(), source, execution);
    Manifest manifest = manifest(code.directory(), execution);
    boolean debug = create.options().bool("DEBUG_MODE").orElse(false);
    refuseDebug(debug, manifest);
    new Creation(execution, ObjectKind.APPLICATION, create.mode(), name)
        .run(
            create.options().text("COMMENT").orElse(""),
            (header, change) -> {
              if (change.snapshot().database(name.name()).isPresent()) {
                throw SnowflakeException.alreadyExists(name.name());
              }
              ContainerDatabase.create(
                  header.withOwner(new Principal.Application(name.name())),
                  DatabaseDefinition.Origin.APPLICATION,
                  change);
              for (Grant grant : automatic(manifest, header)) {
                change.grant(grant);
              }
              return new ApplicationDefinition(
                  header,
                  source.name().name(),
                  code.version(),
                  code.patch(),
                  code.directory(),
                  debug,
                  files.read(code.directory(), "manifest.yml", execution),
                  new TreeMap<>());
            });
    boolean installed = false;
    try {
      setUp(name, code, manifest, execution);
      installed = true;
    } finally {
      if (!installed) {
        execution.run(drop(name));
      }
    }
    return done("Application '" + name.name() + "' created successfully.");
  }

  static void refuseDebug(boolean debug, Manifest manifest) {
    if (debug && manifest.version() > 1) {
      // Source: Snowflake CLI, error 93362.
      throw new SnowflakeException(
          "093362",
          "0A000",
          "DEBUG_MODE cannot be set for an application with manifest_version 2 or above.");
    }
  }

  /** With manifest_version 2 the privileges are granted by the installation itself. */
  private static List<Grant> automatic(Manifest manifest, Header header) {
    Principal application = new Principal.Application(header.name().name());
    return manifest.version() < 2
        ? List.of()
        : manifest.privileges().stream()
            .map(
                privilege ->
                    new Grant(
                        privilege.name(),
                        null,
                        application,
                        header.owner(),
                        false,
                        header.createdOn()))
            .toList();
  }

  Result upgrade(ApplicationDefinition present, CodeSource source, Execution execution) {
    ApplicationPackageDefinition origin =
        Packages.require(
            new ObjectName.Plain(List.of(new Identifier(present.packageName()))), execution);
    Code code = code(source, origin, execution);
    if ((code.version() == null) != (present.version() == null)) {
      throw SnowflakeException.compilationError(
          "application "
              + present.name()
              + " was installed from a "
              + (present.version() == null ? "stage" : "version")
              + " and must be upgraded from one");
    }
    Manifest manifest = manifest(code.directory(), execution);
    CatalogSnapshot before = execution.snapshot();
    replace(present, code, execution);
    boolean upgraded = false;
    try {
      setUp(present.name(), code, manifest, execution);
      upgraded = true;
    } finally {
      if (!upgraded) {
        restore(present, before, execution);
      }
    }
    removeOld(present.name(), before, execution);
    if (present.version() == null) {
      execution.services().stages().discard(present.directory());
    }
    return done("Application '" + present.name() + "' upgraded successfully.");
  }

  private void replace(ApplicationDefinition present, Code code, Execution execution) {
    execution
        .catalog()
        .change(
            change -> {
              change.put(
                  new ApplicationDefinition(
                      present.header(),
                      present.packageName(),
                      code.version(),
                      code.patch(),
                      code.directory(),
                      present.debugMode(),
                      files.read(code.directory(), "manifest.yml", execution),
                      present.references()));
              return true;
            });
  }

  /** A failed upgrade leaves the old version's code in place; state the script changed stays. */
  private static void restore(
      ApplicationDefinition present, CatalogSnapshot before, Execution execution) {
    execution
        .catalog()
        .change(
            change -> {
              for (CatalogObject old : code(before, present.name())) {
                change.put(old);
              }
              for (Grant grant : before.grants()) {
                if (grant.on() != null && grant.on().name().isInside(present.name())) {
                  change.grant(grant);
                }
              }
              change.put(present);
              return true;
            });
  }

  /** What the new script did not create again does not belong to the new version. */
  private static void removeOld(
      QualifiedName application, CatalogSnapshot before, Execution execution) {
    List<CatalogObject> old = code(before, application);
    execution
        .catalog()
        .change(
            change -> {
              for (CatalogObject object : old) {
                if (change.snapshot().find(object.key()).filter(now -> now == object).isPresent()) {
                  new Removal(execution).remove(object, change);
                }
              }
              return true;
            });
  }

  /** The objects in the application's versioned schemas. */
  private static List<CatalogObject> code(CatalogSnapshot snapshot, QualifiedName application) {
    Set<QualifiedName> versioned =
        snapshot
            .all(SchemaDefinition.class)
            .filter(schema -> schema.versioned() && schema.name().isInside(application))
            .map(SchemaDefinition::name)
            .collect(Collectors.toSet());
    return snapshot.inside(application).stream()
        .filter(object -> object.name().parts().size() == 3)
        .filter(object -> versioned.contains(object.name().parent()))
        .toList();
  }

  private static void setUp(
      QualifiedName application, Code code, Manifest manifest, Execution execution) {
    Context context =
        execution
            .context()
            .withPrincipal(new Principal.Application(application.name()))
            .in(application.name(), null);
    new SetupScript(code.directory(), execution.frame(context).with(Binds.NONE))
        .run(manifest.setupScript());
  }

  private Manifest manifest(String directory, Execution execution) {
    return manifests.read(files.read(directory, "manifest.yml", execution));
  }

  private Code code(CodeSource source, ApplicationPackageDefinition origin, Execution execution) {
    PackageVersions versions = new PackageVersions(origin);
    if (source instanceof CodeSource.Files staged) {
      return new Code(null, 0, files.copy(staged.location(), execution));
    } else if (source instanceof CodeSource.Version named) {
      return code(versions.require(named.version().name(), named.patch()));
    } else if (source instanceof CodeSource.Channel channel) {
      return code(versions.directed(channel.channel().name()));
    }
    return code(versions.directed("DEFAULT"));
  }

  private static Code code(Version version) {
    return new Code(version.name(), version.patch(), version.directory());
  }

  private static SchemaStatement.Drop drop(QualifiedName name) {
    ObjectName.Plain plain = new ObjectName.Plain(List.of(new Identifier(name.name())));
    return new SchemaStatement.Drop(
        ObjectKind.APPLICATION, true, plain, null, true, "DROP APPLICATION " + plain + " CASCADE");
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
