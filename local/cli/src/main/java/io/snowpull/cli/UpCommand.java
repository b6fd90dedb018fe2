package io.snowpull.cli;

import io.snowpull.packaging.live.LiveBuild;
import io.snowpull.packaging.live.LiveCheckout;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code snowpull up}: from nothing to ingested rows. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the local account, installs the application and ingests repositories.",
      "Run again on the same data, it upgrades in place and ingests without duplicates."
    })
final class UpCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Environment environment;
  private final Clock clock;

  @Mixin UpOptions options = new UpOptions();

  UpCommand(Terminal terminal, Environment environment, Clock clock) {
    this.terminal = terminal;
    this.environment = environment;
    this.clock = clock;
  }

  private void watch(Installation installation, UpSession session)
      throws IOException, InterruptedException {
    LiveCheckout checkout = new LiveCheckout(installation.root());
    LiveBuild build = new LiveBuild(checkout);
    terminal.progress("Compiling");
    build.start();
    session.openPage(terminal, build.page());
    sayHowToStop(session);
    new WatchLoop(checkout, build, session, terminal, clock).run();
  }

  private void sayHowToStop(UpSession session) {
    terminal.say("Ctrl-C stops the account; its data stays in " + session.dataDirectory());
  }

  @Override
  public Integer call() throws Exception {
    IssueOrigin origin = IssueOrigin.chosen(options, environment);
    terminal.say("Source: " + origin.description());
    Installation installation = Installation.ofProcess();
    try (Shutdown shutdown = Shutdown.ofThisThread();
        UpSession session = UpSession.start(installation, options, origin, clock)) {
      UpReport report = session.ingest(terminal);
      terminal.print(options.json ? report.toJson() : report.toText());
      if (!options.once) {
        if (options.watch) {
          watch(installation, session);
          return 0;
        }
        session.openPage(terminal, null);
        sayHowToStop(session);
        shutdown.await();
        return 0;
      }
      return report.isAllDone() ? 0 : 1;
    }
  }
}
