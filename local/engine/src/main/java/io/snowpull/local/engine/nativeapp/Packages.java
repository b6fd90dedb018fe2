package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.ApplicationStatement.AlterApplicationPackage;
import io.snowpull.local.engine.ast.ApplicationStatement.CreateApplicationPackage;
import io.snowpull.local.engine.ast.ApplicationStatement.PackageAction;
import io.snowpull.local.engine.ast.Identifier;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.ObjectName;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Channel;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Directive;
import io.snowpull.local.engine.catalog.ApplicationPackageDefinition.Version;
import io.snowpull.local.engine.catalog.DatabaseDefinition;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.ddl.Creation;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER and DROP APPLICATION PACKAGE. */
public final class Packages {
  private final VersionFiles files = new VersionFiles();
  private final ManifestReader manifests = new ManifestReader();

  Result create(CreateApplicationPackage create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION_PACKAGE, create.name());
    boolean channels = create.options().bool("ENABLE_RELEASE_CHANNELS").orElse(true);
    return new Creation(execution, ObjectKind.APPLICATION_PACKAGE, create.mode(), name)
        .run(
            create.options().text("COMMENT").orElse(""),
            (header, change) -> {
              if (change.snapshot().database(name.name()).isPresent()) {
                throw SnowflakeException.alreadyExists(name.name());
              }
              ContainerDatabase.create(
                  header, DatabaseDefinition.Origin.APPLICATION_PACKAGE, change);
              return new ApplicationPackageDefinition(
                  header,
                  create.options().text("DISTRIBUTION").orElse("INTERNAL"),
                  channels,
                  List.of(),
                  channels ? emptyChannels() : new TreeMap<>(),
                  null);
            });
  }

  private static SortedMap<String, Channel> emptyChannels() {
    SortedMap<String, Channel> channels = new TreeMap<>();
    PackageVersions.CHANNELS.forEach(name -> channels.put(name, new Channel(List.of(), null)));
    return channels;
  }

  Result alter(AlterApplicationPackage alter, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION_PACKAGE, alter.name());
    if (alter.ifExists() && find(execution, name).isEmpty()) {
      return done("Statement executed successfully.");
    }
    ApplicationPackageDefinition present = require(alter.name(), execution);
    execution.services().access().require(execution.context(), "MANAGE VERSIONS", present);
    Change change = change(alter.action(), present, execution);
    return execution
        .catalog()
        .change(
            work -> {
              work.put(change.definition());
              return done(change.message());
            });
  }

  private record Change(ApplicationPackageDefinition definition, String message) {}

  private Change change(
      PackageAction action, ApplicationPackageDefinition present, Execution execution) {
    PackageVersions versions = new PackageVersions(present);
    if (action instanceof PackageAction.AddVersion add) {
      versions.requireChannels(false, "ADD VERSION; use REGISTER VERSION");
      return first(versions, add.version(), add.files(), add.options(), execution);
    } else if (action instanceof PackageAction.RegisterVersion register) {
      versions.requireChannels(true, "REGISTER VERSION; use ADD VERSION");
      return first(versions, register.version(), register.files(), register.options(), execution);
    } else if (action instanceof PackageAction.AddPatch add) {
      return patch(versions, add, execution);
    } else if (action instanceof PackageAction.DropVersion drop) {
      versions.requireChannels(false, "DROP VERSION; use DEREGISTER VERSION");
      return removed(versions, drop.version());
    } else if (action instanceof PackageAction.DeregisterVersion drop) {
      versions.requireChannels(true, "DEREGISTER VERSION; use DROP VERSION");
      return removed(versions, drop.version());
    } else if (action instanceof PackageAction.AddChannelVersion add) {
      return changed(versions.withChannelVersion(add.channel().name(), add.version().name()));
    } else if (action instanceof PackageAction.DropChannelVersion drop) {
      return changed(versions.withoutChannelVersion(drop.channel().name(), drop.version().name()));
    } else if (action instanceof PackageAction.SetReleaseDirective set) {
      return directive(versions, set);
    } else if (action instanceof PackageAction.SetOptions set) {
      return options(present, set.options());
    }
    throw SnowflakeException.unsupported("this change of an application package: " + action);
  }

  private Change first(
      PackageVersions versions,
      @Nullable Identifier name,
      StageLocation source,
      Options options,
      Execution execution) {
    String copy = files.copy(source, execution);
    Manifest manifest = manifest(copy, execution);
    String version = name == null ? named(manifest) : name.name();
    Version added = version(version, 0, options, copy);
    return new Change(
        versions.withFirst(added), "Version '" + version + "' patch 0 added successfully.");
  }

  private static String named(Manifest manifest) {
    if (manifest.versionName() == null) {
      throw YamlNode.invalid("version.name", "it is required when the statement names no version");
    }
    return manifest.versionName();
  }

  private Change patch(PackageVersions versions, PackageAction.AddPatch add, Execution execution) {
    String name = add.version().name();
    versions.require(name, null);
    String copy = files.copy(add.files(), execution);
    manifest(copy, execution);
    int number = add.patch() == null ? versions.nextPatch(name) : add.patch();
    Version added = version(name, number, add.options(), copy);
    return new Change(
        versions.withPatch(added), "Patch " + number + " added to version '" + name + "'.");
  }

  private Manifest manifest(String directory, Execution execution) {
    Manifest manifest = manifests.read(files.read(directory, "manifest.yml", execution));
    files.read(directory, manifest.setupScript(), execution);
    return manifest;
  }

  private static Version version(String name, int patch, Options options, String directory) {
    return new Version(
        name,
        patch,
        options.text("LABEL").orElse(null),
        options.text("COMMENT").orElse(null),
        directory);
  }

  private static Change removed(PackageVersions versions, Identifier name) {
    return new Change(versions.without(name.name()), "Version '" + name.name() + "' removed.");
  }

  private static Change directive(PackageVersions versions, PackageAction.SetReleaseDirective set) {
    if (set.directive() != null) {
      throw SnowflakeException.unsupported("custom release directives");
    }
    String version =
        set.options()
            .text("VERSION")
            .orElseThrow(() -> SnowflakeException.compilationError("missing option VERSION"));
    int patch =
        set.options()
            .number("PATCH")
            .orElseThrow(() -> SnowflakeException.compilationError("missing option PATCH"))
            .intValueExact();
    return changed(
        versions.withDirective(
            set.channel() == null ? null : set.channel().name(), new Directive(version, patch)));
  }

  private static Change options(ApplicationPackageDefinition present, Options options) {
    Optional<String> comment = options.text("COMMENT");
    if (comment.isPresent() && options.entries().size() == 1) {
      return changed(
          (ApplicationPackageDefinition)
              present.withHeader(present.header().withComment(comment.get())));
    }
    throw SnowflakeException.unsupported("ALTER APPLICATION PACKAGE SET of more than COMMENT");
  }

  private static Change changed(ApplicationPackageDefinition definition) {
    return new Change(definition, "Statement executed successfully.");
  }

  static ApplicationPackageDefinition require(ObjectName name, Execution execution) {
    return execution
        .names()
        .find(ApplicationPackageDefinition.class, ObjectKind.APPLICATION_PACKAGE, name);
  }

  private static Optional<ApplicationPackageDefinition> find(
      Execution execution, QualifiedName name) {
    return execution
        .snapshot()
        .find(ApplicationPackageDefinition.class, ObjectKind.APPLICATION_PACKAGE, name);
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
