package io.snowpull.github.procedures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.GitHubResponse;
import io.snowpull.github.client.RateLimit;
import io.snowpull.github.issues.IssueAnswers;
import io.snowpull.github.issues.IssuesSource;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.SourceIdentity;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks GitHub what a connection is good for. */
final class ConnectionTest {
  private final GitHubClient client;

  ConnectionTest(GitHubClient client) {
    this.client = client;
  }

  /**
   * Adds what it finds to the result.
   *
   * @param resourceId a repository to try to read; null for none
   * @throws io.snowpull.runtime.failure.ConnectorException when something does not work
   */
  void run(@Nullable String resourceId, ObjectNode result) {
    // Asking for the limit takes nothing of it, and tells whether the token is accepted.
    GitHubResponse answer = client.get("/rate_limit");
    RateLimit limit = answer.rateLimit();
    limit.limit().ifPresent(value -> result.put("limit", value));
    limit.remaining().ifPresent(value -> result.put("remaining", value));
    limit.resetAt().ifPresent(value -> result.put("reset_at", value.toString()));
    answer.tokenExpiresAt().ifPresent(value -> result.put("token_expires_at", value.toString()));
    if (resourceId != null) {
      IssuesSource source =
          new IssuesSource(client, 1, new IssueAnswers(true, InstantSource.system()));
      SourceIdentity identity = source.identify(resourceId);
      result.put("resource", identity.name());
      source.fetch(identity.id(), new PageRequest.Since(Optional.empty(), Optional.empty()));
    }
  }
}
