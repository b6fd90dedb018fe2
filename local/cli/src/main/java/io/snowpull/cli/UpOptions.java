package io.snowpull.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code snowpull up}, as given. */
final class UpOptions {
  @Option(
      names = "--repo",
      paramLabel = "OWNER/NAME",
      description = "A repository to ingest; may be repeated.")
  List<String> repositories = new ArrayList<>();

  @Option(
      names = "--issues",
      paramLabel = "FILE.ndjson",
      description = "Serves this file (one issue object a line) as the one --repo.")
  @Nullable Path issues;

  @Option(names = "--github", description = "Reads api.github.com, with the token in GITHUB_TOKEN.")
  boolean github;

  @Option(
      names = "--once",
      description = "Ends after the first ingestion: status 0 if every repository is DONE.")
  boolean once;

  @Option(
      names = "--json",
      description = "The result is one JSON document; everything else goes to standard error.")
  boolean json;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8085",
      description = "The local account's port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the local account keeps its data (default: .snowpull in the checkout).")
  @Nullable Path data;

  @Option(
      names = "--watch",
      description =
          "Upgrades the running application whenever a file of procedures, sqlgen/processor or ui/app"
              + " is saved; the page shows its changes at once.")
  boolean watch;

  @Option(names = "--no-ui", description = "Does not start the Streamlit page.")
  boolean noPage;
}
