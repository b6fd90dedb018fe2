package io.snowpull.github.procedures;

import io.snowpull.github.client.ApiBaseUrl;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.client.JdkHttpTransport;
import io.snowpull.github.issues.IssuesSource;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.source.Source;
import java.time.Duration;
import java.time.InstantSource;

/** Opens GitHub as the connector was provisioned to reach it. */
final class GitHubConnection {
  /** GitHub itself cuts a request after 10 seconds; the rest is for the way and a large body. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private GitHubConnection() {}

  static Source open(ConnectorConfiguration configuration) {
    InstantSource clock = InstantSource.system();
    GitHubClient client =
        new GitHubClient(
            baseUrl(configuration), SecretToken.read(), new JdkHttpTransport(LIMIT), clock);
    return new IssuesSource(client, IssuesSource.LARGEST_PAGE, clock);
  }

  /** The address of the API, checked. */
  static ApiBaseUrl baseUrl(ConnectorConfiguration configuration) {
    return configuration.apiBaseUrl().map(ApiBaseUrl::of).orElse(ApiBaseUrl.GITHUB_COM);
  }
}
