package io.snowpull.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where {@code up} gets its issues from. */
sealed interface IssueOrigin {
  /** The repositories to enable, at least one. */
  List<String> repositories();

  /** One sentence for people. */
  String description();

  /** A recorded file, served by the simulator. */
  record Recorded(String repository, Path file) implements IssueOrigin {
    @Override
    public List<String> repositories() {
      return List.of(repository);
    }

    @Override
    public String description() {
      return "issues of " + repository + " from " + file + ", served by the bundled simulator";
    }
  }

  /** GitHub itself. */
  record GitHub(List<String> repositories, String token) implements IssueOrigin {
    @Override
    public String description() {
      return "issues from api.github.com";
    }

    /** Tokens never show. */
    @Override
    public String toString() {
      return "GitHub" + repositories;
    }
  }

  /** Invented issues, served by the simulator. */
  record Generated(List<String> repositories) implements IssueOrigin {
    @Override
    public String description() {
      return "GENERATED issues, not real ones, served by the bundled simulator"
          + " (set GITHUB_TOKEN to read api.github.com, or give --issues FILE)";
    }
  }

  String STANDARD_REPOSITORY = "Snowflake-Labs/sfquickstarts";
  String GENERATED_REPOSITORY = "example/project";
  String TOKEN = "GITHUB_TOKEN";

  /** A file wins over everything, then GitHub if asked for or if there is a token. */
  static IssueOrigin chosen(UpOptions options, Environment environment) {
    if (options.issues != null) {
      return recorded(options.issues, options.repositories);
    }
    String token = environment.present(TOKEN);
    if (!options.github && token == null) {
      return new Generated(or(options.repositories, GENERATED_REPOSITORY));
    }
    if (token == null) {
      throw new CommandException(
          "--github needs a token: set GITHUB_TOKEN to one that may read the repository's issues.");
    }
    return new GitHub(or(options.repositories, STANDARD_REPOSITORY), token);
  }

  private static IssueOrigin recorded(Path file, List<String> repositories) {
    if (repositories.size() != 1) {
      throw new CommandException(
          "--issues FILE stands for exactly one repository: name it with one --repo OWNER/NAME"
              + " (there are "
              + repositories.size()
              + ").");
    }
    if (!Files.isRegularFile(file)) {
      throw new CommandException("--issues: there is no file " + file.toAbsolutePath());
    }
    return new Recorded(repositories.get(0), file);
  }

  private static List<String> or(List<String> given, String standard) {
    return given.isEmpty() ? List.of(standard) : given.stream().distinct().toList();
  }
}
