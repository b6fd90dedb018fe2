package io.snowpull.cli;

import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.Deployer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
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
          DeployedVersion version =
              deployer.deploy(
                  installation.packageFolder(), options.packageNames(options.model(installation)));
          if (release) {
            deployer.release(version);
          }
          if (!options.dryRun) {
            terminal.print(said(version, account));
          }
        });
    return 0;
  }

  private String said(DeployedVersion version, String account) {
    return version.names().applicationPackage()
        + " has version "
        + version.names().version()
        + " patch "
        + version.patch()
        + (version.isNew() ? ", new" : ", as before: nothing changed")
        + (release ? ", released" : "")
        + ", in "
        + account;
  }
}
