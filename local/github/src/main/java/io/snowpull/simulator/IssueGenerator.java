package io.snowpull.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Issues that follow from a seed, with the spread that a recorded repository showed: about 2.9 KB
 * on average, 13 KB at the 99th percentile, three pull requests in five, several issues a second
 * here and there.
 */
record IssueGenerator(int count, long seed) implements IssueSource {
  private static final Instant FIRST = Instant.parse("2015-01-05T08:00:00Z");
  private static final long YEARS_IN_SECONDS = 9L * 365 * 24 * 3600;
  private static final double PULL_REQUESTS = 0.6;
  private static final double OPEN = 0.2;
  private static final double SHARED_SECONDS = 0.05;

  // A log-normal spread of body lengths, in characters.
  private static final double MEDIAN_BODY = 110;
  private static final double BODY_SIGMA = 1.95;
  private static final int LONGEST_BODY = 30_000;

  IssueGenerator {
    if (count < 0) {
      throw new IllegalArgumentException("the number of issues is " + count + ": use 0 or more");
    }
  }

  @Override
  public List<StoredIssue> read(String fullName) {
    Random random = new Random(seed);
    IssueJson writer = new IssueJson(fullName);
    long base = RepositoryName.of(fullName).standardId() * 1_000;
    List<StoredIssue> issues = new ArrayList<>(count);
    Instant previousUpdate = FIRST;
    for (int number = 1; number <= count; number++) {
      Times times = times(random, number, previousUpdate);
      previousUpdate = times.updated();
      issues.add(StoredIssue.of(issue(writer, random, base + number * 7L, number, times)));
    }
    return issues;
  }

  private ObjectNode issue(IssueJson writer, Random random, long id, int number, Times times) {
    String title = Prose.sentence(random, 4 + random.nextInt(6));
    SimulatedUser author = user(random);
    ObjectNode issue = writer.issue(id, number, title, author, times.created(), times.updated());
    issue.put("comments", Math.min(80, (int) Math.floor(-3 * Math.log(1 - random.nextDouble()))));
    issue.put("body", Prose.text(random, bodyLength(random)));
    if (random.nextDouble() < PULL_REQUESTS) {
      writer.markPullRequest(issue, random.nextInt(20) == 0);
    }
    for (int labels = random.nextInt(6) - 3; labels > 0; labels--) {
      int first = random.nextInt(SimulatedLabel.ALL.size());
      writer.addLabel(issue, SimulatedLabel.ALL.get((first + labels) % SimulatedLabel.ALL.size()));
    }
    if (random.nextDouble() >= OPEN) {
      writer.close(issue, times.updated());
    }
    return issue;
  }

  private record Times(Instant created, Instant updated) {}

  private Times times(Random random, int number, Instant previousUpdate) {
    long step = Math.max(1, YEARS_IN_SECONDS / Math.max(1, count));
    Instant created = FIRST.plusSeconds(number * step + random.nextLong(step));
    boolean shared = random.nextDouble() < SHARED_SECONDS && !previousUpdate.isBefore(created);
    long age = (long) (3600 * Math.exp(random.nextGaussian() * 2.5 + 2));
    return new Times(
        created, shared ? previousUpdate : created.plusSeconds(Math.min(age, YEARS_IN_SECONDS)));
  }

  private static int bodyLength(Random random) {
    double length = MEDIAN_BODY * Math.exp(random.nextGaussian() * BODY_SIGMA);
    return (int) Math.min(LONGEST_BODY, length);
  }

  /** Few people write much: numbers close to 0 come most often. */
  private SimulatedUser user(Random random) {
    int people = 20 + count / 10;
    return SimulatedUser.numbered((int) (people * Math.pow(random.nextDouble(), 3)));
  }
}
