package io.snowpull.local.engine.nativeapp;

import io.snowpull.local.engine.ast.ApplicationStatement;
import io.snowpull.local.engine.ast.ApplicationStatement.AlterApplication;
import io.snowpull.local.engine.ast.ApplicationStatement.ApplicationAction;
import io.snowpull.local.engine.ast.ApplicationStatement.CreateApplicationRole;
import io.snowpull.local.engine.ast.ApplicationStatement.CreateStreamlit;
import io.snowpull.local.engine.ast.ObjectKind;
import io.snowpull.local.engine.ast.Options;
import io.snowpull.local.engine.ast.StageLocation;
import io.snowpull.local.engine.catalog.ApplicationDefinition;
import io.snowpull.local.engine.catalog.ApplicationRoleDefinition;
import io.snowpull.local.engine.catalog.Grant;
import io.snowpull.local.engine.catalog.Principal;
import io.snowpull.local.engine.catalog.QualifiedName;
import io.snowpull.local.engine.catalog.StreamlitDefinition;
import io.snowpull.local.engine.ddl.Creation;
import io.snowpull.local.engine.execution.Execution;
import io.snowpull.local.engine.execution.StatementHandler;
import io.snowpull.local.engine.result.Result;
import io.snowpull.local.engine.result.SnowflakeException;
import io.snowpull.local.engine.result.StatementType;
import java.util.Optional;
import java.util.TreeMap;

/** The handler of the statements on application packages, applications and their parts. */
public final class Applications implements StatementHandler<ApplicationStatement> {
  private final Packages packages = new Packages();
  private final Installations installations = new Installations();

  @Override
  public Result execute(ApplicationStatement statement, Execution execution) {
    if (statement instanceof ApplicationStatement.CreateApplicationPackage create) {
      return packages.create(create, execution);
    } else if (statement instanceof ApplicationStatement.AlterApplicationPackage alter) {
      return packages.alter(alter, execution);
    } else if (statement instanceof ApplicationStatement.CreateApplication create) {
      return installations.create(create, execution);
    } else if (statement instanceof AlterApplication alter) {
      return alter(alter, execution);
    } else if (statement instanceof CreateApplicationRole create) {
      return role(create, execution);
    } else if (statement instanceof CreateStreamlit create) {
      return streamlit(create, execution);
    }
    throw new IllegalStateException("no application statement: " + statement.getClass());
  }

  private Result alter(AlterApplication alter, Execution execution) {
    if (alter.name() == null) {
      throw SnowflakeException.unsupported("application specifications and configurations");
    }
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION, alter.name());
    if (alter.ifExists() && execution.snapshot().application(name.name()).isEmpty()) {
      return done("Statement executed successfully.");
    }
    ApplicationDefinition present =
        execution.names().find(ApplicationDefinition.class, ObjectKind.APPLICATION, alter.name());
    execution.services().access().require(execution.context(), "OWNERSHIP", present);
    ApplicationAction action = alter.action();
    if (action instanceof ApplicationAction.Upgrade upgrade) {
      return installations.upgrade(present, upgrade.source(), execution);
    }
    ApplicationDefinition changed = changed(present, action);
    return execution
        .catalog()
        .change(
            change -> {
              change.put(changed);
              return done("Statement executed successfully.");
            });
  }

  private static ApplicationDefinition changed(
      ApplicationDefinition present, ApplicationAction action) {
    if (action instanceof ApplicationAction.SetOptions set) {
      return options(present, set.options());
    }
    if (action instanceof ApplicationAction.UnsetReferences unset) {
      var references = new TreeMap<>(present.references());
      if (unset.names().isEmpty()) {
        references.clear();
      }
      unset.names().forEach(references::remove);
      return Binding.with(present, references);
    }
    throw SnowflakeException.unsupported("this change of an application: " + action);
  }

  private static ApplicationDefinition options(ApplicationDefinition present, Options options) {
    Optional<Boolean> debug = options.bool("DEBUG_MODE");
    if (debug.isPresent() && options.entries().size() == 1) {
      Installations.refuseDebug(debug.get(), new ManifestReader().read(present.manifest()));
      return new ApplicationDefinition(
          present.header(),
          present.packageName(),
          present.version(),
          present.patch(),
          present.directory(),
          debug.get(),
          present.manifest(),
          present.references());
    }
    Optional<String> comment = options.text("COMMENT");
    if (comment.isPresent() && options.entries().size() == 1) {
      return (ApplicationDefinition)
          present.withHeader(present.header().withComment(comment.get()));
    }
    throw SnowflakeException.unsupported("ALTER APPLICATION SET of more than DEBUG_MODE, COMMENT");
  }

  /** An application role is granted to the application's owner as it is created. */
  private static Result role(CreateApplicationRole create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.APPLICATION_ROLE, create.name());
    ApplicationDefinition application =
        execution
            .snapshot()
            .application(name.database())
            .filter(
                found ->
                    execution
                        .context()
                        .principal()
                        .equals(new Principal.Application(found.name().name())))
            .orElseThrow(
                () ->
                    SnowflakeException.compilationError(
                        "an application role can be created by its application only"));
    return new Creation(execution, ObjectKind.APPLICATION_ROLE, create.mode(), name)
        .run(
            create.options().text("COMMENT").orElse(""),
            (header, change) -> {
              ApplicationRoleDefinition role = new ApplicationRoleDefinition(header);
              change.grant(
                  new Grant(
                      "USAGE",
                      role.key(),
                      application.owner(),
                      header.owner(),
                      false,
                      header.createdOn()));
              return role;
            });
  }

  private static Result streamlit(CreateStreamlit create, Execution execution) {
    QualifiedName name = execution.names().qualify(ObjectKind.STREAMLIT, create.name());
    String root = root(create, execution);
    String mainFile =
        create
            .options()
            .text("MAIN_FILE")
            .orElseThrow(() -> SnowflakeException.compilationError("missing option MAIN_FILE"));
    return new Creation(execution, ObjectKind.STREAMLIT, create.mode(), name)
        .run(
            create.options().text("COMMENT").orElse(""),
            (header, change) ->
                new StreamlitDefinition(
                    header,
                    root,
                    mainFile,
                    create.options().text("TITLE").orElse(null),
                    create.options().text("QUERY_WAREHOUSE").orElse(null)));
  }

  /** Inside an application a path from the root of its files, checked to hold the page. */
  private static String root(CreateStreamlit create, Execution execution) {
    StageLocation from = create.from();
    if (from == null) {
      return create.options().text("ROOT_LOCATION").orElse("");
    }
    if (from.kind() != StageLocation.Kind.OTHER) {
      return "@" + from.name() + "/" + from.path();
    }
    if (!(execution.context().principal() instanceof Principal.Application application)) {
      throw SnowflakeException.compilationError(
          "FROM '" + from.path() + "' works in an application only; name a stage");
    }
    String main = create.options().text("MAIN_FILE").orElse("");
    String file = from.path() + (main.startsWith("/") ? main : "/" + main);
    String directory =
        execution.snapshot().application(application.name()).orElseThrow().directory();
    new VersionFiles().read(directory, file, execution);
    return from.path();
  }

  private static Result done(String message) {
    return Result.status(StatementType.DDL, message);
  }
}
