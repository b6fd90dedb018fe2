package io.snowpull.github.procedures;

import io.snowpull.github.client.Credentials;
import io.snowpull.github.client.GitHubClient;
import io.snowpull.github.issues.IssueAnswers;
import io.snowpull.github.issues.IssuesInventory;
import io.snowpull.github.issues.IssuesSource;
import io.snowpull.github.issues.RepositoryCatalog;
import io.snowpull.runtime.configuration.ConnectorConfiguration;
import io.snowpull.runtime.configuration.SecretText;
import io.snowpull.runtime.http.BaseUrl;
import io.snowpull.runtime.http.JdkHttpTransport;
import io.snowpull.runtime.resource.ResourceOptions;
import io.snowpull.runtime.source.Inventory;
import io.snowpull.runtime.source.ResourceCatalog;
import io.snowpull.runtime.source.Source;
import java.time.Duration;
import java.time.InstantSource;

/** Opens GitHub as the connector was provisioned to reach it. */
final class GitHubConnection {
  /** GitHub itself cuts a request after 10 seconds; the rest is for the way and a large body. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String TOKEN = "token";
  private static final String EXAMPLES =
      "https://<host>/api/v3 of a GitHub Enterprise Server, http://127.0.0.1:<port> of a simulator,"
          + " or leave it out for api.github.com";

  private GitHubConnection() {}

  static Source open(ConnectorConfiguration configuration, ResourceOptions options) {
    return new IssuesSource(client(configuration), IssuesSource.LARGEST_PAGE, answers(options));
  }

  static Inventory inventory(ConnectorConfiguration configuration, ResourceOptions options) {
    return new IssuesInventory(client(configuration), IssuesSource.LARGEST_PAGE, answers(options));
  }

  /** What the owners on GitHub have. */
  static ResourceCatalog catalog(ConnectorConfiguration configuration) {
    return new RepositoryCatalog(client(configuration));
  }

  static GitHubClient client(ConnectorConfiguration configuration) {
    return new GitHubClient(
        baseUrl(configuration),
        Credentials.parse(SecretText.read(TOKEN), CLOCK),
        new JdkHttpTransport(LIMIT),
        CLOCK);
  }

  private static IssueAnswers answers(ResourceOptions options) {
    return new IssueAnswers(RepositoryOptions.pullRequests(options), CLOCK);
  }

  /** The address of the API, checked. */
  static BaseUrl baseUrl(ConnectorConfiguration configuration) {
    return BaseUrl.of(configuration.apiBaseUrl().orElse("https://api.github.com"), EXAMPLES);
  }
}
