package io.snowpull.cli;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.Deployer;
import io.snowpull.packaging.deploy.InstallationNames;
import io.snowpull.packaging.deploy.Installer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code snowpull upgrade}: an installed application becomes the newest deployed version. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description =
        "Brings the installed application to the newest deployed version. Its data, state and"
            + " bindings stay.")
final class UpgradeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Mixin DeploymentOptions options = new DeploymentOptions();

  @Mixin ApplicationOption application = new ApplicationOption();

  @Mixin VersionOption appVersion = new VersionOption();

  UpgradeCommand(Terminal terminal, Environment environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    options.run(
        "upgrade",
        environment,
        clock,
        terminal,
        (session, account) -> {
          ApplicationModel model = options.model(Installation.ofProcess());
          InstallationNames names = application.names(model);
          DeployedVersion version =
              new Deployer(session).newest(appVersion.of(options.packageNames(model)));
          boolean changed = new Installer(session, model, names).upgrade(version);
          if (!options.dryRun) {
            terminal.print(
                names.application()
                    + (changed ? " is now at version " : " was already at version ")
                    + version.names().version()
                    + " patch "
                    + version.patch()
                    + ", in "
                    + account);
          }
        });
    return 0;
  }
}
