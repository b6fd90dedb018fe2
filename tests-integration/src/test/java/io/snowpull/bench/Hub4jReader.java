package io.snowpull.bench;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.kohsuke.github.GHDirection;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueQueryBuilder;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** Reads all issues of a repository with hub4j's client, keeps their ids, and says how many. */
public final class Hub4jReader {
  private Hub4jReader() {}

  /**
   * @param args the API's address, owner/name, a token
   */
  public static void main(String[] args) throws IOException {
    GitHub gitHub = new GitHubBuilder().withEndpoint(args[0]).withOAuthToken(args[2]).build();
    Set<Long> ids = new HashSet<>();
    for (GHIssue issue :
        gitHub
            .getRepository(args[1])
            .queryIssues()
            .state(GHIssueState.ALL)
            .sort(GHIssueQueryBuilder.Sort.UPDATED)
            .direction(GHDirection.ASC)
            .pageSize(100)
            .list()) {
      ids.add(issue.getId());
    }
    System.out.println(ids.size());
  }
}
