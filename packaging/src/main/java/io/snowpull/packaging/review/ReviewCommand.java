package io.snowpull.packaging.review;

import io.snowpull.packaging.approval.Approve;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code ./snowpull review}: prints what the working tree does to installed applications. */
public final class ReviewCommand {

  private static final String APPROVED = "packaging/src/approved";
  private static final String GENERATED = "procedures/github/target/classes/sf";
  private static final String MODEL = "/app.json";
  private static final String USAGE =
      "usage: snowpull review [--against REF] [--markdown] [--approve]\n"
          + "  --against REF  compare with the approved copy at this commit, branch or tag,\n"
          + "                 instead of the one in the working tree\n"
          + "  --markdown     to be pasted into a pull request\n"
          + "  --approve      then make the generated files the approved copy";

  private ReviewCommand() {}

  /**
   * @param args root of the repository, then the options
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]);
    List<String> options = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    Report report = options.remove("--markdown") ? Report.MARKDOWN : Report.TEXT;
    boolean approve = options.remove("--approve");
    int against = options.indexOf("--against");
    boolean understood = against < 0 ? options.isEmpty() : against == 0 && options.size() == 2;
    if (!understood) {
      System.err.println(USAGE);
      System.exit(options.contains("--help") ? 0 : 2);
    }
    String before =
        against < 0
            ? Files.readString(root.resolve(APPROVED + MODEL))
            : atCommit(root, options.get(against + 1));
    String after = Files.readString(root.resolve(GENERATED + MODEL));
    System.out.print(report.of(Review.of(Model.read(before), Model.read(after))));
    if (approve) {
      Approve.update(root.resolve(GENERATED), root.resolve(APPROVED));
    }
  }

  private static String atCommit(Path root, String ref) throws IOException, InterruptedException {
    if (ref.startsWith("-")) {
      throw new IllegalArgumentException("'" + ref + "' is no commit, branch or tag");
    }
    Process git =
        new ProcessBuilder("git", "-C", root.toString(), "show", ref + ":" + APPROVED + MODEL)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = git.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IOException("git has no " + APPROVED + MODEL + " at " + ref);
      }
      return text;
    }
  }
}
