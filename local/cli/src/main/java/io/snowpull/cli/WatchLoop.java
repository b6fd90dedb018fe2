package io.snowpull.cli;

import io.snowpull.packaging.deploy.DeployedVersion;
import io.snowpull.packaging.deploy.DeploymentException;
import io.snowpull.packaging.live.Changed;
import io.snowpull.packaging.live.LiveBuild;
import io.snowpull.packaging.live.LiveBuildException;
import io.snowpull.packaging.live.LiveCheckout;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings the running application to each change of the sources, until it is interrupted. */
final class WatchLoop {
  private final LiveCheckout checkout;
  private final LiveBuild build;
  private final UpSession session;
  private final Terminal terminal;
  private final Clock clock;

  WatchLoop(
      LiveCheckout checkout, LiveBuild build, UpSession session, Terminal terminal, Clock clock) {
    this.checkout = checkout;
    this.build = build;
    this.session = session;
    this.terminal = terminal;
    this.clock = clock;
  }

  void run() throws IOException {
    try (SourceWatcher watcher = new SourceWatcher(checkout)) {
      terminal.say("Watching      procedures, sqlgen, ui/app: save a file");
      while (true) {
        renew(watcher.await());
      }
    } catch (InterruptedException e) {
      // Asked to end: see Shutdown.
    }
  }

  private void renew(Set<Changed> changed) throws IOException {
    Instant start = clock.instant();
    String what =
        changed.stream()
            .map(part -> part.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    try {
      DeployedVersion version = session.upgrade(build.build(changed));
      if (version.isNew()) {
        Duration took = Duration.between(start, clock.instant());
        terminal.say(
            String.format(
                Locale.ROOT,
                "Upgraded      to patch %d after %.1f s (changed: %s)",
                version.patch(),
                took.toMillis() / 1000.0,
                what));
      }
    } catch (LiveBuildException | DeploymentException | SQLException e) {
      // The version before goes on: a change that does not compile is half a thought.
      terminal.say("Not upgraded  (changed: " + what + ")\n" + Failures.message(e));
    }
  }
}
