package io.snowpull.simulator;

/** What became of the issue with a given number. */
sealed interface IssueFate {
  record Present(StoredIssue issue) implements IssueFate {}

  record Deleted() implements IssueFate {}

  record Transferred(long repositoryId, int number) implements IssueFate {}

  record Unknown() implements IssueFate {}
}
