package io.snowpull.cli;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.Deployer;
import io.snowpull.packaging.deploy.PackageNames;
import io.snowpull.packaging.deploy.SqlName;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code snowpull deploy}: the built package becomes a version, or a patch, of an application
 * package.
 */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the built package a version of an application package, or the next patch of it.",
      "Sends only files that changed; the same content makes no new patch. Can be repeated after a"
          + " failure."
    })
final class DeployCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Mixin DeploymentOptions options = new DeploymentOptions();

  @Option(
      names = "--release",
      description = "Also makes it what new installations get: sets the default release directive.")
  boolean release;

  @Mixin VersionOption version = new VersionOption();

  @Option(
      names = "--stage",
      paramLabel = "SCHEMA.STAGE",
      description = "Where the package keeps its files, inside itself (default: APP_SRC.STAGE).")
  @Nullable String stage;

  DeployCommand(Terminal terminal, Environment environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    options.run(
        "deploy",
        environment,
        clock,
        terminal,
        (session, account) -> {
          Installation installation = Installation.ofProcess();
          Deployer deployer = new Deployer(session);
          DeployedVersion deployed =
              deployer.deploy(installation.packageFolder(), names(options.model(installation)));
          if (release) {
            deployer.release(deployed);
          }
          if (!options.dryRun) {
            terminal.print(said(deployed, account));
          }
        });
    return 0;
  }

  private PackageNames names(ApplicationModel model) {
    PackageNames names = version.of(options.packageNames(model));
    if (stage != null && !stage.isBlank()) {
      names = staged(names, stage.split("\\.", -1));
    }
    return names;
  }

  /** A package is the database of its stage, so it may be named with it. */
  private PackageNames staged(PackageNames names, String... parts) {
    int schema = parts.length - 2;
    boolean inside = schema == 1 && SqlName.of(parts[0]).equals(names.applicationPackage());
    if (schema != 0 && !inside) {
      throw new CommandException(
          "--stage "
              + stage
              + " is no stage of the package: give it as SCHEMA.STAGE, or as "
              + names.applicationPackage()
              + ".SCHEMA.STAGE");
    }
    return names.staged(SqlName.of(parts[schema]), SqlName.of(parts[schema + 1]));
  }

  private String said(DeployedVersion deployed, String account) {
    return deployed.names().applicationPackage()
        + " has version "
        + deployed.names().version()
        + " patch "
        + deployed.patch()
        + (deployed.isNew() ? ", new" : ", as before: nothing changed")
        + (release ? ", released" : "")
        + ", in "
        + account;
  }
}
