package io.snowpull.cli;

import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.Deployer;
import io.snowpull.packaging.deploy.GitHubAccess;
import io.snowpull.packaging.deploy.InstallationNames;
import io.snowpull.packaging.deploy.Installer;
import io.snowpull.packaging.deploy.SqlName;
import java.io.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code snowpull install}: the newest deployed version, with everything that it may use. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = {
      "Installs the newest deployed version: runs the package's grants.sql, statement by statement,"
          + " with its values. An integration or application that is there is altered, not replaced.",
      "The token comes from GITHUB_TOKEN or is asked for. It is never shown.",
      "External access is not available in trial accounts:"
          + " there the application installs and cannot reach GitHub."
    })
final class InstallCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Mixin DeploymentOptions options = new DeploymentOptions();

  @Mixin ApplicationOption application = new ApplicationOption();

  @Mixin VersionOption appVersion = new VersionOption();

  @Option(
      names = "--warehouse",
      paramLabel = "NAME",
      defaultValue = "XS",
      description = "The warehouse to ingest with; made when it is missing (default: XS).")
  String warehouse = "XS";

  @Option(
      names = "--grant",
      paramLabel = "APP_ROLE=ROLE",
      description =
          "Gives an application role to a role of the account, such as APP_ADMIN=SYSADMIN; can be"
              + " repeated. Without it, grants.sql is where to look how.")
  Map<String, String> grants = Map.of();

  @Option(
      names = "--host",
      paramLabel = "HOST:PORT",
      description =
          "Where it may connect to instead of what it declares; can be repeated (for GitHub"
              + " Enterprise Server).")
  List<String> hosts = List.of();

  InstallCommand(Terminal terminal, Environment environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    options.run(
        "install",
        environment,
        clock,
        terminal,
        (session, account) -> {
          ApplicationModel model = options.model(Installation.ofProcess());
          InstallationNames names = application.names(model, warehouse);
          DeployedVersion version =
              new Deployer(session).newest(appVersion.of(options.packageNames(model)));
          new Installer(session, model, names).install(version, access(model), roles(model));
          if (!options.dryRun) {
            terminal.print(
                names.application()
                    + " is installed at version "
                    + version.names().version()
                    + " patch "
                    + version.patch()
                    + ", in "
                    + account);
            terminal.say(
                "Next: open its page, or CALL "
                    + names.application()
                    + ".PUBLIC.PROVISION_CONNECTOR with secret_name "
                    + names.qualifiedSecret()
                    + " and external_access_integration_name "
                    + names.integration());
          }
        });
    return 0;
  }

  private Map<SqlName, SqlName> roles(ApplicationModel model) {
    Map<SqlName, SqlName> roles = new HashMap<>();
    grants.forEach((role, to) -> roles.put(SqlName.of(role), SqlName.of(to)));
    List<String> known = model.roles();
    for (SqlName role : roles.keySet()) {
      if (!known.contains(role.text())) {
        throw new CommandException(
            "--grant: the application has no role "
                + role
                + ". It has "
                + String.join(", ", known)
                + ".");
      }
    }
    return roles;
  }

  private GitHubAccess access(ApplicationModel model) {
    GitHubAccess declared = GitHubAccess.declared(model, token());
    return hosts.isEmpty() ? declared : new GitHubAccess(hosts, declared.token());
  }

  private String token() {
    String given = environment.present("GITHUB_TOKEN");
    if (given != null) {
      return given;
    }
    if (options.dryRun) {
      return "not needed to show the statements";
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("GitHub token (not shown): ");
    if (typed == null || typed.length == 0) {
      throw new CommandException(
          "install needs a GitHub token with permission Issues: read. Set GITHUB_TOKEN.");
    }
    return new String(typed);
  }
}
