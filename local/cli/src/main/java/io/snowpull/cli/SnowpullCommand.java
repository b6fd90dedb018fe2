package io.snowpull.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it says what there is. */
@Command(
    name = "snowpull",
    mixinStandardHelpOptions = true,
    version = "snowpull 0.1.0",
    description = "Pulls GitHub issues into Snowflake tables, on this machine or in an account.",
    synopsisSubcommandLabel = "COMMAND")
final class SnowpullCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
    spec.commandLine().getOut().flush();
  }
}
