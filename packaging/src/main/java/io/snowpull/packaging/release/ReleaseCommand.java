package io.snowpull.packaging.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./snowpull release}: says what a release would be, or makes it. */
public final class ReleaseCommand {
  private static final String USAGE =
      """
      usage: snowpull release X.Y.Z [--execute] [--key KEY] [--skip-tests]
        without --execute it says what would happen, and changes nothing
        --execute     builds and tests the release in a working tree of its own, then commits,
                      tags and leaves its files in target/release/X.Y.Z; pushes nothing
        --key KEY     the OpenPGP key that signs SHA256SUMS (gpg's --local-user)
        --skip-tests  for trying the command itself
      """;

  private ReleaseCommand() {}

  /**
   * @param args root of the repository, then the options
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    List<String> options = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    if (options.remove("--help")) {
      System.out.print(USAGE);
      return;
    }
    boolean execute = options.remove("--execute");
    boolean tests = !options.remove("--skip-tests");
    Optional<SigningKey> key = key(options);
    if (options.size() != 1) {
      System.err.print(USAGE);
      System.exit(2);
    }
    try {
      ReleaseVersion version = ReleaseVersion.parse(options.get(0));
      Release release = new Release(root, version, LocalDate.now(ZoneOffset.UTC));
      System.out.print(release.plan());
      if (!execute) {
        System.out.println("\nNothing was changed. With --execute, it is made.");
        return;
      }
      Path folder = release.make(PackageBuild.maven(tests), key);
      System.out.println(
          "\nMade: " + folder + "\nPublish it with: git push origin HEAD " + version.tag());
    } catch (ReleaseException e) {
      System.err.println("snowpull: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Optional<SigningKey> key(List<String> options) {
    int at = options.indexOf("--key");
    if (at < 0 || at + 1 == options.size()) {
      return Optional.empty();
    }
    options.remove(at);
    return Optional.of(new SigningKey(options.remove(at), Map.of()));
  }
}
