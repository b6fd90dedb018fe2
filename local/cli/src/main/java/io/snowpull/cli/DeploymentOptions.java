package io.snowpull.cli;

import io.snowpull.packaging.deploy.AccountSession;
import io.snowpull.packaging.deploy.ApplicationModel;
import io.snowpull.packaging.deploy.PackageNames;
import io.snowpull.packaging.deploy.SqlName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that bring the application into an account have in common. */
final class DeploymentOptions {
  @Mixin Target target = new Target();

  @Option(
      names = "--dry-run",
      description =
          "Changes nothing: prints every statement that would run, and saves them as a script."
              + " What is there is asked for, as the statements depend on it.")
  boolean dryRun;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The application package (default: the application's name and _PACKAGE).")
  @Nullable String packageName;

  /** What a command does with an open session. */
  interface Work {
    void run(AccountSession session, String account) throws SQLException, IOException;
  }

  ApplicationModel model(Installation installation) {
    return ApplicationModel.read(installation.packageFolder());
  }

  PackageNames packageNames(ApplicationModel model) {
    PackageNames names = PackageNames.of(model);
    return packageName == null || packageName.isBlank()
        ? names
        : names.named(SqlName.of(packageName));
  }

  /**
   * Opens the target, does the work, and with {@code --dry-run} saves the statements.
   *
   * @param name of the command, and so of the script
   */
  void run(String name, Environment environment, Clock clock, Terminal terminal, Work work)
      throws IOException, SQLException {
    Installation installation = Installation.ofProcess();
    List<String> statements = new ArrayList<>();
    try (Target.Session session = target.open(installation, environment, clock)) {
      AccountSession account =
          dryRun
              ? AccountSession.dryRun(session.connection(), statements::add)
              : new AccountSession(session.connection(), statements::add);
      work.run(account, session.account());
    }
    if (dryRun) {
      statements.forEach(statement -> terminal.print(statement + ";"));
      Path script = installation.root().resolve("target/deploy/" + name + ".sql");
      Files.createDirectories(script.getParent());
      Files.writeString(script, String.join(";\n", statements) + ";\n");
      terminal.say("Nothing was changed. The statements are in " + script);
    }
  }
}
