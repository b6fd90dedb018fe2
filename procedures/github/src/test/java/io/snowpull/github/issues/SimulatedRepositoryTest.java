package io.snowpull.github.issues;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.snowpull.github.client.Credentials;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.JdkHttpTransport;
import io.snowpull.runtime.source.PageRequest;
import io.snowpull.runtime.source.SourceIdentity;
import io.snowpull.runtime.source.SourcePage;
import io.snowpull.simulator.GitHubSimulator;
import io.snowpull.simulator.IssueSource;
import io.snowpull.simulator.SimulatorConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedRepositoryTest {
  @Test
  void readsEveryIssueOfASimulatedRepositoryOnce() throws IOException {
    try (GitHubSimulator simulator =
        GitHubSimulator.start(SimulatorConfig.standard().withTokens(Set.of("t0ken")))) {
      simulator.addRepository("o/r", IssueSource.generated(250, 7));
      IssuesSource source =
          new IssuesSource(
              new GitHubClient(
                  BaseUrl.of(simulator.baseUrl(), ""),
                  Credentials.parse("t0ken", InstantSource.system()),
                  new JdkHttpTransport(Duration.ofSeconds(10)),
                  InstantSource.system()),
              100,
              new IssueAnswers(true, InstantSource.system()));
      SourceIdentity identity = source.identify("O/R");
      assertEquals("o/r", identity.name());
      Set<Long> ids = new HashSet<>();
      int pages = 1;
      SourcePage page =
          (SourcePage)
              source.fetch(
                  identity.id(), new PageRequest.Since(Optional.empty(), Optional.empty()));
      page.records().forEach(issue -> ids.add(issue.id()));
      while (page.next().isPresent()) {
        page = (SourcePage) source.fetch(identity.id(), new PageRequest.At(page.next().get()));
        page.records().forEach(issue -> ids.add(issue.id()));
        pages++;
      }
      assertEquals(250, ids.size());
      assertEquals(3, pages);
    }
  }
}
