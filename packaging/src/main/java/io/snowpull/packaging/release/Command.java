package io.snowpull.packaging.release;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Programs that a release uses, run in one folder.
 *
 * @param variables for them, besides those of this process
 */
record Command(Path folder, Map<String, String> variables) {
  private static final File NOTHING = new File("/dev/null");

  Command(Path folder) {
    this(folder, Map.of());
  }

  /**
   * What the program prints.
   *
   * @throws ReleaseException COMMAND_FAILED with what it said, unless its status is 0
   */
  String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(NOTHING));
    builder.environment().putAll(variables);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new ReleaseException(
          "COMMAND_FAILED", String.join(" ", command) + " failed in " + folder + ":\n" + output);
    }
    return output;
  }

  String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    return run(command.toArray(String[]::new));
  }

  /** Commits all that is there. */
  void commit(String message) throws IOException, InterruptedException {
    git("add", "--all");
    List<String> command = new ArrayList<>(List.of("git commit --quiet --message".split(" ", -1)));
    command.add(message);
    run(command.toArray(String[]::new));
  }

  List<String> gitLines(String... arguments) throws IOException, InterruptedException {
    return git(arguments).lines().filter(line -> !line.isBlank()).toList();
  }
}
