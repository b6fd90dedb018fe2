package io.snowpull.packaging.deploy;

import java.util.List;

/**
 * How the application reaches GitHub.
 *
 * @param hostPorts what it may connect to, each {@code host:port}
 * @param token the access token; never shown
 */
public record GitHubAccess(List<String> hostPorts, String token) {
  /** To the hosts that the application declares. */
  public static GitHubAccess declared(ApplicationModel application, String token) {
    return new GitHubAccess(application.egress().hosts(), token);
  }

  public GitHubAccess {
    hostPorts = List.copyOf(hostPorts);
    if (hostPorts.isEmpty() || token.isBlank()) {
      throw new DeploymentException(
          "ACCESS_INCOMPLETE",
          "the application needs a host to connect to and a token: set GITHUB_TOKEN");
    }
  }

  @Override
  public String toString() {
    return "GitHubAccess" + hostPorts;
  }
}
