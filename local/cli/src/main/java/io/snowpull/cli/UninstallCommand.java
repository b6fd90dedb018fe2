package io.snowpull.cli;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.InstallationNames;
import io.snowpull.packaging.deploy.Uninstaller;
import java.io.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code snowpull uninstall}: says what goes and what stays, and only then removes it. */
@Command(
    name = "uninstall",
    mixinStandardHelpOptions = true,
    description = {
      "Removes the installed application with what it owns: the ingested data goes with it.",
      "Says first what goes and what stays, and asks."
    })
final class UninstallCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Mixin DeploymentOptions options = new DeploymentOptions();

  @Mixin ApplicationOption application = new ApplicationOption();

  @Option(names = "--with-package", description = "Removes the application package as well.")
  boolean withPackage;

  @Option(names = "--yes", description = "Does not ask.")
  boolean yes;

  UninstallCommand(Terminal terminal, Environment environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    options.run(
        "uninstall",
        environment,
        clock,
        terminal,
        (session, account) -> {
          ApplicationModel model = options.model(Installation.ofProcess());
          InstallationNames names = application.names(model);
          Uninstaller uninstaller = new Uninstaller(session);
          terminal.say("In " + account + ":");
          uninstaller
              .plan(names, options.packageNames(model), withPackage)
              .forEach(line -> terminal.say("  " + line));
          if (!options.dryRun) {
            confirm(names);
          }
          uninstaller.uninstall(names);
          if (withPackage) {
            uninstaller.removePackage(options.packageNames(model));
          }
          if (!options.dryRun) {
            terminal.print(names.application() + " is removed from " + account);
          }
        });
    return 0;
  }

  private void confirm(InstallationNames names) {
    if (yes) {
      return;
    }
    Console console = System.console();
    String answer =
        console == null
            ? null
            : console.readLine("Remove %s and its data? [y/N] ", names.application());
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new CommandException("nothing was removed: answer y, or give --yes");
    }
  }
}
