package io.snowpull.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;

/** The program behind {@code ./snowpull}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, Terminal.ofProcess(), System.getenv()::get));
  }

  /** Exit status: 0 when all went well, 1 when something failed, 2 for a wrong command line. */
  static int run(String[] arguments, Terminal terminal, Environment environment) {
    CommandLine line =
        new CommandLine(new SnowpullCommand())
            .addSubcommand(new UpCommand(terminal, environment, Clock.systemUTC()))
            .addSubcommand(new SqlCommand(terminal, environment, Clock.systemUTC()))
            .addSubcommand(new DeployCommand(terminal, environment, Clock.systemUTC()))
            .addSubcommand(new InstallCommand(terminal, environment, Clock.systemUTC()))
            .addSubcommand(new UpgradeCommand(terminal, environment, Clock.systemUTC()))
            .addSubcommand(new UninstallCommand(terminal, environment, Clock.systemUTC()))
            .addSubcommand(new SimulateGitHubCommand(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          terminal.say("snowpull: " + Failures.explain(fault));
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line.execute(arguments);
  }
}
